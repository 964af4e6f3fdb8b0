import { expect, it } from 'vitest';
import { trainExperiment } from '../../src/library/index.ts';

const line = Array.from({ length: 30 }, (_, i) => ({ x: [i], y: 5 + 2 * i + (i % 2 ? 0.5 : -0.5) }));
const document = {
  dataset: { id: 'custom' },
  network: { hidden: [] },
  likelihood: { noise: 0.5, learn: false },
};

it('a model trained on points predicts in their units, with both kinds of uncertainty', async () => {
  const model = await trainExperiment(document, { steps: 1500, points: line });
  const [inside, far] = await model.predict([[15], [300]]);
  expect(inside).toMatchObject({ aleatoricSigma: expect.closeTo(0.5, 9) });
  if (!inside || !far || !('mean' in inside) || !('mean' in far)) throw new Error('expected numbers');
  expect(Math.abs(inside.mean - 35)).toBeLessThan(1);
  expect(far.epistemicSigma).toBeGreaterThan(5 * inside.epistemicSigma);
  expect(inside.lower).toBeLessThan(inside.mean);
  expect(inside.upper).toBeGreaterThan(inside.mean);
  const { rmse, coverage } = await model.evaluate(line);
  expect(rmse).toBeLessThan(0.7);
  expect(coverage).toBe(1);
});

it('the free energy of two estimates with 1,000 draws agrees within its Monte Carlo error', async () => {
  const model = await trainExperiment(document, { steps: 2500, points: line });
  const first = await model.freeEnergy(1000);
  const more = await model.freeEnergy(4000);
  expect(first.complexityCost).toBe(more.complexityCost);
  // At the optimum the standard deviation of the cost over draws is about √(P/2) = 1 nat; here it is a few.
  expect(Math.abs(first.likelihoodCost - more.likelihoodCost)).toBeLessThan(4 * (5 / Math.sqrt(1000)));
});

it('reports progress', async () => {
  const seen: number[] = [];
  await trainExperiment(document, { steps: 200, points: line, onProgress: ({ step }) => seen.push(step) });
  expect(seen.at(-1)).toBe(200);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

it.each<[string, Record<string, unknown>, number, RegExp]>([
  [
    'a fault in the document',
    { inference: { samples: 0 } },
    10,
    /inference\.samples: 0 is not between 1 and 64/,
  ],
  ['no whole number of steps', {}, 0.5, /invalid steps; must be a whole number >= 1: 0\.5/],
])('%s is refused with a one-line message', async (_name, faulty, steps, message) => {
  await expect(trainExperiment(faulty, { steps, points: line })).rejects.toThrow(message);
});

it('divergence is reported with its term, its step and advice', async () => {
  const points = [
    { x: [0], y: 0 },
    { x: [1], y: 1e200 },
  ];
  const raw = { ...document, dataset: { id: 'custom', standardize: false } };
  await expect(trainExperiment(raw, { steps: 5, points })).rejects.toThrow(
    'the likelihood cost became infinite at step 0: training diverged; try a smaller inference.optimizer.learningRate',
  );
});

it('a run whose cost stays finite but beyond sense is a run that diverged', async () => {
  const fast = { ...document, inference: { optimizer: { kind: 'sgd', learningRate: 1 } } };
  for (const steps of [50, 20_000])
    await expect(trainExperiment(fast, { steps, points: line })).rejects.toThrow(
      /^the (likelihood|complexity) cost (reached \d\.\d(e\+\d+)? nats|became infinite) at step \d+: training diverged; try a smaller/,
    );
});

it('an input of another length is refused', async () => {
  const model = await trainExperiment(document, { steps: 5, points: line });
  await expect(model.predict([[1, 2]])).rejects.toThrow('invalid inputs; must have 1 numbers a row: 2');
});
