import type { Page } from '@playwright/test';
import { choose, radio, type } from './acts.ts';
import { expect, freeEnergy, hashOf, openAtRest, take, test } from './playground.ts';

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

for (const { what, link = '', act, says } of ofTraining)
  test(`${what}: the link says it and training takes another course`, async ({ page }) => {
    await openAtRest(page, link);
    await take(page, 100);
    const before = await freeEnergy(page);
    await page.getByRole('button', { name: 'Rewind' }).click();
    await act(page);
    await expect.poll(async () => (await hashOf(page)).replace('#', '').split('&')).toContain(says);
    await take(page, 100);
    expect(await freeEnergy(page)).not.toBe(before);
  });
