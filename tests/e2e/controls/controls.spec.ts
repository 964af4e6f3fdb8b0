import type { Page } from '@playwright/test';
import { choose, press, radio, type } from '../support/controls.ts';
import { expect, hashOf, openPaused, pressStep, stepOf, take, test } from '../support/playground.ts';

/** One control of each kind: how it is set, and the resulting field of the link. */
const kinds: readonly (readonly [kind: string, act: (page: Page) => Promise<unknown>, says: string])[] = [
  ['slider', (page) => page.getByRole('slider', { name: /^Draws/ }).press('Home'), 'prediction.samples=1'],
  ['number box', type('Prior width σₚ', '0.5'), 'prior.sigma=0.5'],
  ['menu', choose('Activation', 'tanh'), 'network.activation=tanh'],
  ['segments', radio('÷ √fan-in'), 'prior.scaling=fan-in'],
  ['toggle', (page) => page.getByLabel('Learn the noise', { exact: true }).click(), 'likelihood.learn=true'],
  ['list', press((page) => page.getByRole('button', { name: 'Add a hidden layer' })), 'network.hidden=4,4'],
  ['full or a number', radio('Minibatch'), 'inference.batchSize=16'],
];

test('a control of each kind sets its field in the address', async ({ page }) => {
  await openPaused(page);
  for (const [kind, act, says] of kinds)
    await test.step(kind, async () => {
      await act(page);
      await expect.poll(async () => (await hashOf(page)).replace('#', '').split('&')).toContain(says);
    });
});

/** A field by its number box, the typed text, and the resulting address. */
const numbers: readonly (readonly [label: string, value: string, link: string])[] = [
  ['Number of points n', '37', 'dataset.size=37'],
  ['Prior width σₚ', '0.5', 'prior.sigma=0.5'],
  ['Monte Carlo samples S', '7', 'inference.samples=7'],
  ['Draws S′', '50', 'prediction.samples=50'],
  ['Probability of the band', '0.8', 'prediction.interval=0.8'],
  ['Weights pruned', '0.5', 'prediction.pruned=0.5'],
];

test('numbers change the experiment, and reset restores each', async ({ page }) => {
  await openPaused(page);
  for (const [label, value, link] of numbers)
    await test.step(label, async () => {
      const box = page.getByLabel(label, { exact: true }).last();
      await box.fill(value);
      await box.press('Enter');
      await expect.poll(() => hashOf(page)).toContain(link);
      await page.getByRole('button', { name: new RegExp(`^Reset ${label.split(' ')[0]}`) }).click();
      await expect.poll(() => hashOf(page)).not.toContain(link);
    });
});

test('every data set opens, draws its points and trains', async ({ page }) => {
  await openPaused(page);
  const menu = page.getByLabel('Data set', { exact: true });
  const labels = await menu.locator('option').allTextContents();
  expect(labels.length).toBeGreaterThanOrEqual(8);
  for (const label of labels.slice(0, 8)) {
    await menu.selectOption({ label });
    await expect.poll(() => stepOf(page)).toBe(0);
    await pressStep(page);
    await expect.poll(() => stepOf(page)).toBe(1);
  }
  expect(await hashOf(page)).toContain('dataset.id=');
});

test('a prior without a closed form switches the KL to Monte Carlo, and back', async ({ page }) => {
  await openPaused(page);
  await page.getByLabel('Kind p(w)').selectOption({ label: 'Scale mixture' });
  await expect.poll(() => hashOf(page)).toContain('prior.kind=scale-mixture');
  await pressStep(page, 10);
  await expect.poll(() => stepOf(page)).toBe(10);
  await page.getByLabel('Kind p(w)').selectOption({ label: 'Laplace' });
  await expect.poll(() => hashOf(page)).toContain('prior.kind=laplace');
  await expect.poll(() => stepOf(page)).toBe(0);
  await take(page, 10);
});

test('a bad value is refused with a message, keeps the typed text and changes nothing', async ({ page }) => {
  await openPaused(page, 'prior.sigma=0.5');
  const box = page.getByLabel('Prior width σₚ', { exact: true }).last();
  await box.fill('-3');
  await box.press('Enter');
  await expect(page.getByText(/is not (between|above)/)).toBeVisible();
  await expect(box).toHaveValue('-3');
  expect(await hashOf(page)).toContain('prior.sigma=0.5');
});
