import type { Page } from '@playwright/test';
import { violationsIn } from '../support/axe.ts';
import { pressInMore } from '../support/menus.ts';
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

const view = (page: Page) => page.locator('section', { has: page.locator('#predictive-title') });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Compare' });

async function drawHmc(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await sheet(page).getByRole('button', { name: 'Draw Hamiltonian Monte Carlo over the plot' }).click();
  await expect(sheet(page)).toBeHidden();
}

test('HMC runs next to training, shows its progress over the plot, and can be cancelled', async ({
  page,
}) => {
  await page.goto('./#dataset.id=two-clusters&view.engine=reference');
  await reachStep(page, 20);
  const before = await page.locator('[data-plot=predictive]').boundingBox();
  await drawHmc(page);
  await expect(view(page)).toContainText(/HMC: \d+ %, warming up/);
  await expect(view(page)).toContainText('HMC: mean and 90 % epistemic band');
  expect(await page.locator('[data-plot=predictive]').boundingBox()).toEqual(before);
  const bar = view(page).getByRole('progressbar');
  await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(0);
  const step = await stepOf(page);
  await reachStep(page, step + 20);
  expect(page.workers()).toHaveLength(2);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Train' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(view(page)).not.toContainText('HMC:');
  await expect.poll(() => page.workers().length).toBe(1);
});

test('HMC finishes and is drawn over the bands; where q is overconfident, the page reports the ratio', async ({
  page,
}) => {
  await openPaused(page, 'dataset.id=two-clusters&network.hidden=6&view.step=1000');
  await reachStep(page, 1000);
  await drawHmc(page);
  await expect(view(page)).toContainText(/HMC: \d+ %, R-hat \d\.\d\d/);
  await expect(page.getByRole('button', { name: 'Remove', exact: true })).toBeVisible();
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
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(view(page)).not.toContainText('HMC:');
});

test('a change of the posterior removes the overlay with a notice', async ({ page }) => {
  await openPaused(page, 'dataset.id=two-clusters&network.hidden=4&dataset.size=10');
  await drawHmc(page);
  await expect(view(page)).toContainText(/HMC: \d+ %/);
  await page.getByLabel('Prior width σₚ', { exact: true }).last().fill('0.5');
  await page.keyboard.press('Enter');
  await expect(notice(page)).toHaveText('The comparison with HMC has ended: the prior changed');
  await expect(view(page)).not.toContainText('HMC:');
});

test('on classes both maps are side by side, each with its epistemic entropy', async ({ page }) => {
  await openPaused(page, 'dataset.id=moons&network.hidden=4&view.step=200');
  await reachStep(page, 200);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await sheet(page).getByRole('button', { name: 'Draw Laplace, diagonal over the plot' }).click();
  await expect(view(page).getByRole('heading', { name: /^q: epistemic entropy \S+ nats/ })).toBeVisible();
  await expect(
    view(page).getByRole('heading', { name: /^Laplace: epistemic entropy \S+ nats/ }),
  ).toBeVisible();
  await expect(view(page).locator('canvas')).toHaveCount(2);
});

const opensPanel = {
  Compare: (page: Page) => page.getByRole('button', { name: 'Compare', exact: true }).click(),
  Bandit: (page: Page) => pressInMore(page, 'Bandit'),
};

for (const [panel, openPanel] of Object.entries(opensPanel))
  test(`a run that trains is paused while ${panel} is open, and goes on afterwards; a paused one stays paused`, async ({
    page,
  }) => {
    await page.goto('./#network.hidden=4&view.stop=never&view.engine=reference');
    await reachStep(page, 20);
    await openPanel(page);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByText('Paused.')).toBeAttached();
    const step = await stepOf(page);
    await page.keyboard.press('Escape');
    await reachStep(page, step + 20);

    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText('Paused.')).toBeVisible();
    const paused = await stepOf(page);
    await openPanel(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText('Paused.')).toBeVisible();
    expect(await stepOf(page)).toBe(paused);
  });
