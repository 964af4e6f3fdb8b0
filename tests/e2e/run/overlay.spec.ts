import type { Page } from '@playwright/test';
import { violationsIn } from '../support/axe.ts';
import {
  expect,
  notice,
  openPaused,
  plotDescription,
  pressStep,
  reachStep,
  stepOf,
  test,
} from '../support/playground.ts';

const compare = (page: Page) => page.getByRole('button', { name: 'Compare with HMC' });
const view = (page: Page) => page.locator('section', { has: page.locator('#predictive-title') });

test('HMC runs next to training, shows its progress, and can be cancelled', async ({ page }) => {
  await page.goto('./#dataset.id=two-clusters&view.engine=reference');
  await reachStep(page, 20);
  await compare(page).click();
  await expect(view(page)).toContainText(/HMC: \d+ %, warming up/);
  await expect(view(page)).toContainText('HMC: mean and 90 % epistemic band');
  const bar = page.getByRole('progressbar');
  await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(0);
  const step = await stepOf(page);
  await reachStep(page, step + 20);
  expect(page.workers()).toHaveLength(2);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Train' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(view(page)).not.toContainText('HMC:');
  await expect(compare(page)).toBeFocused();
  await expect.poll(() => page.workers().length).toBe(1);
});

test('HMC finishes and is drawn over the bands; where q is overconfident, the page reports the ratio', async ({
  page,
}) => {
  await openPaused(page, 'dataset.id=two-clusters&network.hidden=6&view.step=1000');
  await reachStep(page, 1000);
  await compare(page).click();
  await expect(view(page)).toContainText(/HMC: \d+ %, R-hat \d\.\d\d/);
  await expect(page.getByRole('button', { name: 'Hide' })).toBeVisible();
  await expect(view(page)).toContainText(/HMC: R-hat 1\.\d\d, .*worth \d+ independent draws/);
  const sentence = /HMC is \d+(\.\d)? times as unsure as q: mean field underestimates uncertainty there/;
  await expect(view(page)).toContainText(sentence);
  await expect.poll(() => plotDescription(page)).toMatch(sentence);
  expect(await violationsIn(page)).toEqual([]);

  // It remains while only the method and its prediction change, and names the current method.
  await page.getByLabel('Probability of the band').last().fill('0.8');
  await page.getByLabel('Method', { exact: true }).selectOption({ label: 'MAP: one best network' });
  await pressStep(page, 100);
  await expect(view(page)).toContainText(/MAP not at all: one network cannot disagree with itself/);
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(view(page)).not.toContainText('HMC:');
});

test('a change of the posterior removes the overlay with a notice', async ({ page }) => {
  await openPaused(page, 'dataset.id=two-clusters&network.hidden=4&dataset.size=10');
  await compare(page).click();
  await expect(view(page)).toContainText(/HMC: \d+ %/);
  await page.getByLabel('Prior width σₚ', { exact: true }).last().fill('0.5');
  await page.keyboard.press('Enter');
  await expect(notice(page)).toHaveText('The comparison with HMC has ended: the prior changed');
  await expect(compare(page)).toBeVisible();
});
