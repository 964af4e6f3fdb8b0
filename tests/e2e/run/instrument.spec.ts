import type { Page } from '@playwright/test';
import { violationsIn, violationsInBothThemes } from '../support/axe.ts';
import { openPanelMenu, pressInMore, pressInPanel } from '../support/menus.ts';
import {
  expect,
  freeEnergy,
  hashOf,
  numberOfPoints,
  openPaused,
  plotDescription,
  pressStep,
  reachStep,
  stepOf,
  take,
  test,
} from '../support/playground.ts';

const network = (page: Page) => page.getByRole('region', { name: 'Network' });

test('by mouse: a weight is pinned, one draw followed everywhere, the objective highlighted, a step inspected', async ({
  page,
}) => {
  await openPaused(page, 'network.hidden=6&view.engine=wasm');
  await take(page, 100);
  const surface = network(page).getByRole('slider', { name: 'Weights of the network' });
  const box = (await surface.boundingBox())!;
  await surface.click({ position: { x: box.width * 0.25, y: box.height * 0.5 } });
  await expect(network(page).getByRole('heading', { name: /^Layer 1 kernel/ })).toBeVisible();
  await expect(network(page).getByRole('img', { name: /mean .*, standard deviation/ })).toBeVisible();

  await network(page).getByText('Freeze ε').click();
  await expect(page.getByText('the draw f(x, w)').last()).toBeVisible();
  await expect(network(page).getByText(/^draw 0 costs/)).toBeVisible();
  const drawnOnce = await network(page).locator('dl').innerText();
  await network(page).getByRole('button', { name: 'Next' }).click();
  await expect(network(page).getByText(/^draw 1 costs/)).toBeVisible();
  await expect.poll(() => network(page).locator('dl').innerText()).not.toBe(drawnOnce);

  await page.getByRole('button', { name: /^complexity cost: / }).hover();
  await expect(page.locator('[data-highlighted=complexity]')).toHaveCount(1);
  const nats = await freeEnergy(page);
  const texts = await page.locator('[data-term] output').allTextContents();
  const [total, complexity, likelihood] = texts.map((text) =>
    Math.round(1000 * Number(text.replace('−', '-').replaceAll(',', ''))),
  );
  expect(complexity! + likelihood!).toBe(total);
  await openPanelMenu(page, 'Free energy');
  await page.getByText('bits', { exact: true }).click();
  await expect.poll(() => freeEnergy(page)).not.toBe(nats);
  await expect.poll(() => hashOf(page)).toContain('view.units=bits');

  await pressInMore(page, 'Slow motion');
  const slow = page.getByRole('region', { name: /^Step 101, slowly/ });
  await expect(slow.getByText(/Local reparameterisation returns when you close this/)).toBeVisible();
  const values = slow.locator('td output');
  await expect(values.nth(0)).toHaveText(/^ε = −?\d/);
  await expect(values.nth(1)).toHaveText(/^w = −?\d/);
  await expect.poll(() => hashOf(page)).toContain('inference.estimator=weight-sampling');
  for (const part of ['Draw ε', 'Weights', 'Forward', 'Costs', 'Gradients', 'Update']) {
    await expect(slow.locator('p[role=status]')).toContainText(`${part}.`);
    await slow.getByRole('button', { name: /Next part|Take the step/ }).click();
  }
  await expect.poll(() => stepOf(page)).toBe(101);
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect.poll(() => hashOf(page)).not.toContain('inference.estimator');
});

test('by keyboard: help, draws, the timeline and training from an earlier step', async ({ page }) => {
  await openPaused(page, 'network.hidden=6&view.engine=wasm');
  await take(page, 10);
  await take(page, 100);
  const later = await freeEnergy(page);
  await page.locator('body').press('?');
  await expect(page.getByRole('dialog', { name: 'Keys and gestures' })).toBeVisible();
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('body').press('e');
  await expect.poll(() => hashOf(page)).toContain('view.draw=frozen');
  await page.locator('body').press('q');
  await expect.poll(() => hashOf(page)).not.toContain('view.draw=');

  const time = page.getByRole('slider', { name: 'Moment of the run' });
  await time.focus();
  await page.keyboard.press('Home');
  await expect(time).toHaveAttribute('aria-valuetext', 'step 0 of 110');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => stepOf(page)).toBe(0);
  for (const [steps, reached] of [
    [10, 10],
    [100, 110],
  ]) {
    await pressStep(page, steps);
    await expect.poll(() => stepOf(page)).toBe(reached);
  }
  // The same noise gives exactly the same run.
  await expect.poll(() => freeEnergy(page)).toBe(later);
  await expect(page.locator('footer')).toContainText('Training continues from step 0');
});

test('data are cleared over a range, a band is guessed, and a challenge is checked', async ({ page }) => {
  await openPaused(page, 'view.challenge=points_below_0,epistemic_1_above_0.01&network.hidden=6');
  await take(page, 100);
  const challenge = page.getByRole('region', { name: 'Challenge' });
  await expect(challenge.getByText(/^Solved at step/)).toBeVisible();
  await pressInPanel(page, 'Predictive', 'Clear a range…');
  await page.getByLabel('Clear from x').fill('0.2');
  const button = page.getByRole('button', { name: /^Clear \d+ points/ });
  const count = Number(/\d+/.exec((await button.textContent()) ?? '')![0]);
  expect(count).toBeGreaterThan(5);
  const before = await numberOfPoints(page);
  await button.press('Enter');
  await expect.poll(() => numberOfPoints(page)).toBe(before - count);
  await page.keyboard.press('Control+z');
  await expect.poll(() => numberOfPoints(page)).toBe(before);
  await page.getByRole('button', { name: 'Done' }).click();

  await pressInPanel(page, 'Predictive', 'Guess the band…');
  const edge = page.getByRole('slider', { name: /^Upper edge at x/ }).first();
  const middle = Number(await edge.getAttribute('aria-valuenow'));
  await edge.press('ArrowUp');
  expect(Number(await edge.getAttribute('aria-valuenow'))).toBeGreaterThan(middle);
  await page.getByRole('button', { name: 'Reveal' }).click();
  await expect(page.getByText(/^Your band and the real one share \d+ % of their area/)).toBeVisible();
  expect(await violationsIn(page)).toEqual([]);
});

test('two experiments in a comparison take the same steps, and so do several values of a control', async ({
  page,
}) => {
  await openPaused(page, 'network.hidden=5&prediction.samples=10');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Compare' });
  await sheet.getByText('Two settings', { exact: true }).click();
  await sheet.getByRole('button', { name: '+10', exact: true }).press('Enter');
  await expect(sheet.getByText('step 10')).toHaveCount(2);
  const row = sheet.getByRole('row', { name: /^total cost/ });
  await expect(row).toContainText(/\d.*\d.*\d/);
  expect(await violationsIn(page)).toEqual([]);
  await sheet.getByText('Four values', { exact: true }).click();
  await expect(sheet.getByRole('region')).toHaveCount(4);
  await sheet.getByRole('button', { name: '+1', exact: true }).click();
  await expect(sheet.getByText('step 1', { exact: true })).toHaveCount(4);
  await sheet.getByLabel('Control', { exact: true }).selectOption({ label: 'Prior' });
  await expect(sheet.getByRole('region')).toHaveCount(3);
  await expect(sheet.getByRole('region', { name: 'Prior = gaussian' })).toHaveCount(1);
  await sheet.getByLabel('Value 1').fill('a!');
  await sheet.getByLabel('Value 1').press('Enter');
  await expect(sheet.getByRole('alert')).toContainText('letters, digits and');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('pruning by signal to noise, costs in bits, plots as tables, points as numbers and large type', async ({
  page,
}) => {
  await openPaused(page, 'dataset.id=cubic&network.hidden=6&network.activation=tanh');
  await take(page, 100);
  await page.getByText('Signal/noise', { exact: true }).click();
  await page.getByRole('slider', { name: 'Pruned' }).last().fill('50');
  await expect.poll(() => hashOf(page)).toContain('prediction.pruned=0.5');
  await openPanelMenu(page, 'Free energy');
  await page.getByText('In bits', { exact: true }).click();
  await expect(page.getByRole('row', { name: /together: F/ })).toBeVisible();
  await pressInPanel(page, 'Predictive', 'Predictions as a table');
  const table = page.getByRole('dialog', { name: 'Predictions as a table' });
  await expect(table.getByRole('row')).toHaveCount(102);
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Numbers…' }).click();
  const x = page.getByLabel('x of row 1', { exact: true });
  await x.fill('words');
  await x.press('Enter');
  await expect(page.getByText('Row 1, x: words is not a number.')).toBeVisible();
  await x.fill('1.25');
  await x.press('Enter');
  await expect.poll(() => hashOf(page)).toContain('dataset.id=custom');
  await page.keyboard.press('Escape');
  await expect.poll(() => stepOf(page)).toBe(0);
  await take(page, 100);

  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await page.getByRole('button', { name: 'Present the plot' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-present', '');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/Gaussian prior; Bayes by Backprop; hidden units 6; step 100/)).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  await expect.poll(() => stepOf(page)).toBe(100);
});

test('a first visit: open, change the data and the prior, see the band change, share', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./');
  await reachStep(page, 200);
  await page.getByLabel('Data set', { exact: true }).selectOption({ label: 'Cubic' });
  await expect.poll(() => hashOf(page)).toContain('dataset.id=cubic');
  await reachStep(page, 200);
  const wide = await plotDescription(page);
  await page.getByRole('slider', { name: 'Prior width σₚ' }).press('Home');
  await expect.poll(() => plotDescription(page)).not.toBe(wide);
  // The meaning of the two bands is stated next to the plot.
  await expect(
    page.getByText('epistemic: doubt about the function, shrinks with more data').last(),
  ).toBeVisible();
  await expect(page.getByText('aleatoric: noise in the data').last()).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await pressInMore(page, 'Copy link');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(decodeURIComponent(link)).toContain('dataset.id=cubic&prior.sigma=');
});
