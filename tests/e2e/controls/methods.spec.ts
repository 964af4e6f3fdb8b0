import type { Page } from '@playwright/test';
import { resolveExperiment } from '../../../src/experiment/document/resolve.ts';
import { encodeLink } from '../../../src/experiment/link/link.ts';
import { type MethodKind, methods } from '../../../src/model/methods/index.ts';
import { violationsIn } from '../support/axe.ts';
import {
  expect,
  freeEnergy,
  hashOf,
  notANumber,
  numberBox,
  openPaused,
  paintedPixels,
  plotDescription,
  stepOf,
  take,
  test,
} from '../support/playground.ts';

const controls = (page: Page) => page.getByRole('region', { name: 'Controls' });

/** The labels of the visible inference controls. */
async function inferenceLabels(page: Page): Promise<string[]> {
  const group = controls(page).locator('details', { has: page.getByRole('heading', { name: 'Inference' }) });
  return (await group.locator('label[id]').allTextContents()).map((label) => label.trim());
}

const stops = ['Training stops', 'And at step (0: at none)', 'Continue from here'];
const descent = ['Optimiser', 'Learning rate α', 'Batch size', 'Prior weight β', ...stops];
/** The controls of each method in order, and the name of its weights' density. */
const shown: Readonly<Record<MethodKind, readonly [controls: readonly string[], curve: RegExp]>> = {
  'bayes-by-backprop': [
    [
      'Monte Carlo samples S',
      'Draws S′',
      'Initial posterior width σ₀',
      'Estimator',
      'Complexity cost KL[q(w) ‖ p(w)]',
      'Optimiser',
      'Learning rate α',
      'Batch size',
      'KL weight β',
      ...stops,
    ],
    /posterior q\(w\)/,
  ],
  map: [descent, /value of one weight/],
  'deep-ensemble': [['Members S', 'Draws S′', ...descent], /over the members/],
  'mc-dropout': [['Masks a step S', 'Draws S′', 'Dropout rate p', ...descent], /over the masks/],
  laplace: [['Draws S′', ...descent], /normal fit/],
  hmc: [['Chains S', 'Draws S′'], /over the draws/],
};

test('each method shows its own controls, trains, and draws finite bands, costs and weights', async ({
  page,
}) => {
  await openPaused(page, 'network.hidden=8');
  const menu = page.getByLabel('Method', { exact: true });
  const labels = Object.values(methods).map(({ label }) => label);
  expect(await menu.locator('option').allTextContents()).toEqual(labels);
  for (const [kind, { label }] of Object.entries(methods) as [MethodKind, { label: string }][]) {
    const [expected, curve] = shown[kind];
    await menu.selectOption({ label });
    await expect.poll(() => stepOf(page), { message: label }).toBe(0);
    await expect.poll(() => inferenceLabels(page), { message: label }).toEqual(['Method', ...expected]);
    await take(page, 10);
    await expect
      .poll(() => plotDescription(page), { message: label })
      .toMatch(/^(Posterior predictive|Prediction) /);
    expect(await plotDescription(page), label).not.toMatch(/–/);
    expect(await paintedPixels(page), label).toBeGreaterThan(2000);
    await expect.poll(() => freeEnergy(page), { message: label }).toMatch(/^\S*\d \S*\d \S*\d$/);
    await expect(page.getByRole('region', { name: 'Weights' }).getByText(curve)).toBeVisible();
    expect(await page.locator('body').innerText(), label).not.toMatch(notANumber);
  }
});

test('costs are named by their method', async ({ page }) => {
  await openPaused(page, 'network.hidden=8');
  const view = page.locator('section', { has: page.locator('#cost-title') });
  await expect(view.getByRole('heading')).toHaveText('Free energy');
  await expect(view).toContainText('complexity cost');
  await page.getByLabel('Method', { exact: true }).selectOption({ label: 'MAP: one best network' });
  await expect(view.getByRole('heading')).toHaveText('Minus log posterior');
  await expect(view).toContainText('−log p(D|w)');
  await expect(view).not.toContainText(/complexity|free energy/i);
  await expect.poll(() => view.getByRole('img').getAttribute('aria-label')).toMatch(/^Minus log posterior/);
});

test('β ≠ 1 is reported as no bound, next to the control and next to the cost', async ({ page }) => {
  await openPaused(page, 'inference.klWeight=0.5&network.hidden=8');
  await expect(page.getByText('Not a bound on the evidence while β ≠ 1.')).toBeVisible();
  await expect(page.getByText('β = 0.5: not a bound')).toBeVisible();
});

test('a single network is drawn as a line and as spikes', async ({ page }) => {
  await openPaused(page, 'inference.method=map&network.hidden=8');
  await take(page, 100);
  await expect.poll(() => plotDescription(page)).toMatch(/Epistemic standard deviation: least 0 near/);
  await page.getByText('Mean and width', { exact: true }).click();
  await expect(page.getByText('σ = 0 at the lower edge: 25 weights of one value')).toBeVisible();
  await page.getByText('By layer', { exact: true }).click();
  const row = page.getByRole('slider', { name: /^Layer 1 kernel/ });
  await row.focus();
  await page.keyboard.press('ArrowRight');
  await expect(row).toHaveAttribute('aria-valuetext', /σ 0, one value$/);
});

test('the variance of each estimator’s gradient is drawn, and the chosen one is marked', async ({ page }) => {
  await openPaused(page, 'network.hidden=8');
  const figure = controls(page).getByRole('img', { name: /^Variance of one sample’s gradient/ });
  await expect(figure).toHaveAccessibleName(/Weight sampling [\d,]+, .*\(chosen\) [\d,]+/);
  const before = await figure.innerText();
  await page.getByLabel('Estimator', { exact: true }).selectOption({ label: 'Flipout' });
  await expect(figure).toContainText('Flipout, chosen');
  await take(page, 10);
  await expect.poll(() => figure.innerText()).not.toBe(before);
});

test('each optimiser sets a suitable learning rate, has a description, and trains', async ({ page }) => {
  await openPaused(page, 'network.hidden=8');
  const menu = page.getByLabel('Optimiser', { exact: true });
  await menu.selectOption({ label: 'Gradient descent' });
  await expect(controls(page).getByText(/Each step goes against the gradient/)).toBeVisible();
  await expect.poll(() => hashOf(page)).toContain('inference.optimizer.kind=sgd');
  const rate = numberBox(page, 'Learning rate α');
  await expect(rate).toHaveValue('0.0001');
  await take(page, 10);
  await menu.selectOption({ label: 'RMSprop' });
  await expect(rate).toHaveValue('0.01');
  await take(page, 10);
  await expect(page.getByRole('alert').filter({ hasText: 'Rewind' })).toHaveCount(0);
});

test('noise that depends on x is learned by the network and replaces the single noise', async ({ page }) => {
  await openPaused(page, 'dataset.id=widening-noise&network.hidden=8');
  await expect(page.getByText('Noise now')).toBeVisible();
  const menu = page.getByLabel('Kind p(y|f)', { exact: true });
  expect(await menu.locator('option').allTextContents()).toEqual([
    'Gaussian noise',
    'Noise that depends on x',
  ]);
  await menu.selectOption({ label: 'Noise that depends on x' });
  await expect(page.getByText('Noise now')).toBeHidden();
  await expect(page.getByLabel('Learn the noise')).toBeHidden();
  await expect(page.getByText('Noise at the start')).toBeVisible();
  await expect(controls(page).getByText(/log-variance/)).toBeVisible();
  await take(page, 10);
  await expect.poll(() => plotDescription(page)).toMatch(/^Posterior predictive/);
  expect(await page.locator('body').innerText()).not.toMatch(notANumber);
});

test('chains report in words whether they agree', async ({ page }) => {
  await openPaused(page, 'inference.method=hmc&network.hidden=none&dataset.size=5');
  await take(page, 100);
  const facts = controls(page).locator('dl');
  await expect(facts).toContainText(/Warm-up left\s*300/);
  await expect(facts).toContainText(/R-hat\s*–\s*not yet: too few draws/);
  for (let hundreds = 2; hundreds <= 5; hundreds++) await take(page, 100);
  await expect(facts).toContainText(/R-hat\s*1\.\d\d\s*(good|warning)/);
  await expect(facts).toContainText(/Draws\s*\d+\s*kept of each of 4 chains/);
  expect(await violationsIn(page)).toEqual([]);
});

test('data with several inputs and classes are shown as a table and trained by several methods', async ({
  page,
}) => {
  const points = Array.from({ length: 30 }, (_, i) => ({
    x: [Math.cos(i) + (i % 3), Math.sin(i) - (i % 3), Math.cos(7 * i)],
    y: i % 3,
  }));
  const resolved = resolveExperiment({
    version: 1,
    dataset: { id: 'custom', task: 'classification', points },
    network: { hidden: [8] },
    view: { autoplay: false, controls: 'all' },
  });
  if (!('experiment' in resolved)) throw new Error(JSON.stringify(resolved.faults));
  await page.goto(`./#${encodeLink(resolved.experiment)}`);
  await expect(page.getByText('30 rows.')).toBeVisible();
  await expect(page.getByText('Training rows; none are held out.')).toBeVisible();
  await take(page, 10);
  await expect.poll(() => freeEnergy(page)).toMatch(/^\S*\d \S*\d \S*\d$/);
  const likelihood = page.getByLabel('Kind p(y|f)', { exact: true });
  await expect(likelihood).toHaveValue('categorical');
  await expect(likelihood.locator('option:disabled')).toHaveText(['Bernoulli: two classes']);
  await expect(page.getByLabel('Noise', { exact: true })).toHaveCount(0);
  await page.getByLabel('Method', { exact: true }).selectOption({ label: 'Deep ensemble' });
  await expect.poll(() => stepOf(page)).toBe(0);
  await take(page, 10);
  expect(await page.locator('body').innerText()).not.toMatch(notANumber);
  expect(await violationsIn(page)).toEqual([]);
});
