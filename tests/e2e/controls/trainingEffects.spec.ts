import type { Page } from '@playwright/test';
import { choose, radio, type } from '../support/acts.ts';
import {
  changeLink,
  expect,
  freeEnergy,
  hashOf,
  openAtRest,
  stepOf,
  take,
  test,
} from '../support/playground.ts';

interface Control {
  readonly what: string;
  readonly link?: string;
  readonly act: (page: Page) => Promise<unknown>;
  readonly says: string;
}

const batches = 'inference.batchSize=16';
/** What only training shows: other numbers after the same steps. */
const ofTraining: readonly Control[] = [
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
  { what: 'weight of the KL', act: type('KL weight β', '0.2'), says: 'inference.klWeight=0.2' },
];

/** F and its parts after the first ten steps. */
async function course(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Rewind' }).click();
  await expect.poll(() => stepOf(page)).toBe(0);
  await take(page, 10);
  return freeEnergy(page);
}

// A page each for a few of them: opening it is what takes long.
for (let first = 0; first < ofTraining.length; first += 3) {
  const some = ofTraining.slice(first, first + 3);
  const names = some.map(({ what }) => what).join(', ');
  test(`${names}: the link says it and training takes another course`, async ({ page }) => {
    await openAtRest(page);
    for (const { what, link = '', act, says } of some)
      await test.step(what, async () => {
        await changeLink(page, link);
        const before = await course(page);
        await act(page);
        await expect.poll(async () => (await hashOf(page)).replace('#', '').split('&')).toContain(says);
        expect(await course(page)).not.toBe(before);
      });
  });
}
