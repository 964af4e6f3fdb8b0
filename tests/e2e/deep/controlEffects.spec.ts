import type { Page } from '@playwright/test';
import { choose, press, radio, type } from '../support/controls.ts';
import {
  changeLink,
  expect,
  freeEnergy,
  hashOf,
  numberBox,
  numberOfPoints,
  openPaused,
  plotDescription,
  pointLabels,
  take,
  test,
  timersFired,
} from '../support/playground.ts';

interface Control {
  readonly what: string;
  /** Fields of the link before the action. */
  readonly link?: string;
  readonly act: (page: Page) => Promise<unknown>;
  /** Field and value of the link after the action. */
  readonly says: string;
  /**
   * Something on the screen that changes; without it the effect is visible only in training
   * (tests/engine/trainingEffects.test.ts).
   */
  readonly shows?: (page: Page) => Promise<unknown>;
}

const density = (page: Page) => page.locator('[role=img][aria-label*="prior: density"]');

/** Description and drawing of the prior's density. */
const densityDrawn = async (page: Page) => [
  await density(page).getAttribute('aria-label'),
  await density(page).locator('svg').innerHTML(),
];

const mixture = 'prior.kind=scale-mixture';
const batches = 'inference.batchSize=16';
const controls: readonly Control[] = [
  { what: 'data set', act: choose('Data set', 'Cubic'), says: 'dataset.id=cubic', shows: numberOfPoints },
  { what: 'size', act: type('Number of points n', '37'), says: 'dataset.size=37', shows: numberOfPoints },
  {
    what: 'noise of the data',
    link: 'dataset.id=cubic',
    act: type('Noise sd', '9'),
    says: 'dataset.noise=9',
    shows: pointLabels,
  },
  { what: 'prior', act: choose(/^Kind p\(w\)/, 'Laplace'), says: 'prior.kind=laplace', shows: densityDrawn },
  { what: 'prior width', act: type('Prior width σₚ', '0.3'), says: 'prior.sigma=0.3', shows: densityDrawn },
  {
    what: 'share of the mixture',
    link: mixture,
    act: type('Share of the wide part π', '0.2'),
    says: 'prior.pi=0.2',
    shows: densityDrawn,
  },
  {
    what: 'wide width',
    link: mixture,
    act: type('Wide width σ₁', '3'),
    says: 'prior.sigma1=3',
    shows: densityDrawn,
  },
  {
    what: 'narrow width',
    link: mixture,
    act: type('Narrow width σ₂', '0.4'),
    says: 'prior.sigma2=0.4',
    shows: densityDrawn,
  },
  {
    what: 'scale of Laplace',
    link: 'prior.kind=laplace',
    act: type('Scale b', '0.2'),
    says: 'prior.scale=0.2',
    shows: densityDrawn,
  },
  { what: 'scaling by layer', act: radio('÷ √fan-in'), says: 'prior.scaling=fan-in', shows: freeEnergy },
  {
    what: 'width of a layer',
    act: type('Units in hidden layer 1', '20'),
    says: 'network.hidden=20',
    shows: freeEnergy,
  },
  {
    what: 'another layer',
    link: 'network.hidden=8',
    act: press((page) => page.getByRole('button', { name: 'Add a hidden layer' })),
    says: 'network.hidden=8,8',
    shows: freeEnergy,
  },
  {
    what: 'no layer',
    act: press((page) => page.getByRole('button', { name: 'Remove hidden layer 1' })),
    says: 'network.hidden=none',
    shows: freeEnergy,
  },
  {
    what: 'activation',
    act: choose('Activation', 'tanh'),
    says: 'network.activation=tanh',
    shows: plotDescription,
  },
  {
    what: 'sharpening of the posterior',
    link: 'dataset.id=airline&network.hidden=3&prediction.samples=5',
    act: press((page) => page.getByLabel('Sharpen the posterior', { exact: true })),
    says: 'network.sharpening=true',
    shows: (page) => page.getByRole('button', { name: /minibatch’s sharpened weights/ }).count(),
  },
  {
    what: 'noise of the likelihood',
    act: type('Noise σ', '0.3'),
    says: 'likelihood.noise=0.3',
    shows: (page) => page.getByText('Noise now').innerText(),
  },
  {
    what: 'learning the noise',
    act: press((page) => page.getByLabel('Learn the noise', { exact: true })),
    says: 'likelihood.learn=true',
    shows: (page) => numberBox(page, 'Noise at the start σ').count(),
  },
  {
    what: 'draws',
    act: type('Draws S′', '3'),
    says: 'prediction.samples=3',
    shows: plotDescription,
  },
  {
    what: 'band',
    act: type('Probability of the band', '0.8'),
    says: 'prediction.interval=0.8',
    shows: plotDescription,
  },
  {
    what: 'KL weight',
    act: type('KL weight β', '0.5'),
    says: 'inference.klWeight=0.5',
    shows: (page) => page.getByText('Not a bound on the evidence').getAttribute('data-shown'),
  },
  { what: 'samples', act: type('Monte Carlo samples S', '7'), says: 'inference.samples=7' },
  {
    what: 'learning rate',
    act: type('Learning rate α', '0.03'),
    says: 'inference.optimizer.learningRate=0.03',
  },
  { what: 'initial σ', act: type('Initial posterior width σ₀', '0.2'), says: 'inference.initialSigma=0.2' },
  {
    what: 'estimator',
    act: choose('Estimator', 'Weight sampling'),
    says: 'inference.estimator=weight-sampling',
  },
  { what: 'KL', act: radio('Monte Carlo'), says: 'inference.kl=monte-carlo' },
  { what: 'minibatches', act: radio('Minibatch'), says: batches },
  {
    what: 'batch size',
    link: batches,
    act: type('Points in a minibatch', '5'),
    says: 'inference.batchSize=5',
  },
  {
    what: 'KL schedule',
    link: batches,
    act: choose(/^KL share of a batch/, 'Blundell: early batches carry more'),
    says: 'inference.klSchedule=blundell',
  },
  {
    what: 'theme',
    act: press((page) => page.getByRole('button', { name: 'Dark theme' })),
    says: 'view.theme=dark',
    shows: (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor),
  },
];

// Six per page, since opening a page takes most of the time.
for (let first = 0; first < controls.length; first += 6) {
  const some = controls.slice(first, first + 6);
  test(`${some.map(({ what }) => what).join(', ')}: the link and the page show the effect`, async ({
    page,
  }) => {
    await openPaused(page);
    for (const { what, link = '', act, says, shows } of some)
      await test.step(what, async () => {
        await changeLink(page, link);
        // Descriptions are updated at most once a second.
        await timersFired(page, 1200);
        const before = await shows?.(page);
        await act(page);
        await expect.poll(async () => (await hashOf(page)).replace('#', '').split('&')).toContain(says);
        if (shows) await expect.poll(() => shows(page)).not.toEqual(before);
      });
  });
}

test('hidden draws disappear from the plot, and the legend says so', async ({ page }) => {
  await openPaused(page);
  const drawn = () =>
    page
      .locator('[data-plot=predictive] canvas')
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const before = await drawn();
  await page.getByLabel('Show single draws').click();
  await expect.poll(drawn).not.toBe(before);
  await expect(page.getByRole('button', { name: 'draws', exact: true, pressed: false })).toBeVisible();
});

test('pruning of all weights gives the same mean everywhere, without epistemic uncertainty', async ({
  page,
}) => {
  await openPaused(page);
  await take(page, 10);
  await expect.poll(() => plotDescription(page)).toMatch(/^Posterior/);
  await type('Weights pruned', '1')(page);
  await expect.poll(() => hashOf(page)).toContain('prediction.pruned=1');
  await expect
    .poll(() => plotDescription(page))
    .toMatch(/The mean lies between (\S+) and \1\. Epistemic standard deviation: least 0 .*most 0 /);
});
