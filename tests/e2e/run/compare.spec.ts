import type { Locator } from '@playwright/test';
import { violationsIn } from '../support/axe.ts';
import { expect, openPaused, reachStep, test } from '../support/playground.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('methods train one after another; a table and one sentence for each say what they show', async ({
  page,
}) => {
  await openPaused(page, 'dataset.id=two-clusters&network.hidden=4&view.step=4000');
  await reachStep(page, 4000);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Compare' });
  const cell = (name: string) => sheet.getByRole('region', { name });
  const row = (name: string) => sheet.getByRole('row', { name });
  await expect(row('Bayes by Backprop')).toContainText(/\d.*not timed/);
  await expect(row('MAP: one best network')).toContainText('not yet');
  await expect(cell('MAP: one best network')).toContainText('Not trained yet.');
  await sheet.getByRole('checkbox', { name: 'MC dropout' }).uncheck();
  await expect(cell('MC dropout')).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Train all' }).click();
  await expect(cell('Hamiltonian Monte Carlo')).toContainText('waiting');
  // One worker beside that of the page.
  expect(page.workers().length).toBeLessThanOrEqual(2);
  await expect(cell('Hamiltonian Monte Carlo').getByRole('progressbar')).toBeVisible();
  for (const name of [
    'MAP: one best network',
    'Deep ensemble',
    'Laplace, diagonal',
    'Hamiltonian Monte Carlo',
  ])
    await expect(row(name)).not.toContainText(/not yet|waiting|%$/, { timeout: 120_000 });
  await expect(cell('MAP: one best network')).toContainText('± 0 in the gap, by construction');
  await expect(cell('Hamiltonian Monte Carlo')).toContainText(/R-hat \d\.\d\d: the chains/);
  await expect(cell('Bayes by Backprop')).toContainText(/HMC is \d+(\.\d)? times as unsure/);
  expect(await violationsIn(page)).toEqual([]);

  // The results are kept while the question stays the same.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(row('Hamiltonian Monte Carlo')).toContainText(/\d/);
  await expect(cell('Hamiltonian Monte Carlo')).toContainText('done');
});

test('methods of a series are compared by their numbers alone', async ({ page }) => {
  await page.goto(
    './#view.autoplay=false&dataset.id=noisy-sine&network.hidden=2&prediction.samples=2&view.panels=predictive,compare',
  );
  const sheet = page.getByRole('dialog', { name: 'Compare' });
  await expect(sheet.getByRole('row', { name: 'MAP: one best network' })).toContainText('not yet');
  await expect(sheet.locator('canvas')).toHaveCount(0);
});

const boxes = async (parts: Locator) =>
  Promise.all((await parts.all()).map(async (part) => (await part.boundingBox())!));

for (const [tab, count] of [
  ['Two settings', 2],
  ['Four values', 4],
] as const)
  test(`${tab}: one legend, plots aligned and large, no text over text`, async ({ page }) => {
    await openPaused(page, 'dataset.id=two-clusters&network.hidden=4');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Compare' });
    await sheet.getByText(tab, { exact: true }).click();
    await sheet.getByRole('button', { name: '+10', exact: true }).click();
    await expect(sheet.getByText('step 10', { exact: true })).toHaveCount(count);
    await expect(sheet.getByText('function behind the data')).toHaveCount(1);
    await expect(sheet.getByText('complexity cost', { exact: true })).toHaveCount(1);
    await expect(sheet.getByText('Point at the plot to read it.')).toHaveCount(0);
    await expect(sheet.getByRole('region', { name: /Prior width σₚ = 0\.3$/ })).toHaveCount(1);
    const figures = await boxes(sheet.locator('figure'));
    expect(figures).toHaveLength(2 * count);
    const tops = (index: number) => new Set(figures.filter((_, i) => i % 2 === index).map(({ y }) => y));
    expect(tops(0).size).toBe(1);
    expect(tops(1).size).toBe(1);
    const [picture, costs] = figures;
    expect(picture!.height).toBeGreaterThan(200);
    expect(costs!.y).toBeGreaterThanOrEqual(picture!.y + picture!.height);
    const texts = await boxes(sheet.locator('h3'));
    for (const { y, height } of texts) expect(y + height).toBeLessThanOrEqual(picture!.y);
  });
