import { afterEach, describe, expect, test } from 'vitest';
import { setFields } from '../../src/experiment/document/changes.ts';
import { valueAt } from '../../src/experiment/document/defaults.ts';
import {
  applies,
  comparables,
  comparablesOf,
  firstDifference,
  readDifference,
  withDifferences,
  writeDifference,
} from '../../src/experiment/link/comparable.ts';
import { decodeLink } from '../../src/experiment/link/link.ts';
import { type Comparison, createComparison } from '../../src/store/comparison.ts';
import { createTrainer } from '../../src/worker/trainer.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';
import { until } from '../worker/until.ts';
import { threadlessWorker } from '../worker/workerStandIn.ts';

describe('differences', () => {
  test('are written as links write values, lists with _', () => {
    expect(readDifference('prior.sigma:0.3')).toEqual({ path: 'prior.sigma', text: '0.3' });
    expect(writeDifference({ path: 'network.hidden', text: '20, 20'.replace(' ', '') })).toBe(
      'network.hidden:20_20',
    );
    const result = withDifferences(smallExperiment, [readDifference('network.hidden:4_3')]);
    expect('experiment' in result && result.experiment.network.hidden).toEqual([4, 3]);
  });

  test('that name no field, a field of the view, or no legal value are refused with a reason', () => {
    for (const [term, message] of [
      ['prior.breadth:1', 'prior.breadth is not a field'],
      ['view.theme:dark', 'view.theme is not a field'],
      ['prior.sigma:-1', 'prior.sigma: -1 is not between'],
    ] as const) {
      const result = withDifferences(smallExperiment, [readDifference(term)]);
      expect('faults' in result && result.faults.map((fault) => fault.message).join()).toContain(message);
    }
  });

  test.each(['gaussian', 'laplace', 'scale-mixture'] as const)(
    'only fields that an experiment with the %s prior uses are offered, and B starts different from A',
    (kind) => {
      const experiment = { ...smallExperiment, prior: { ...smallExperiment.prior, kind } };
      const offered = comparablesOf(experiment).map(({ path }) => path);
      expect(offered.includes('prior.sigma')).toBe(kind === 'gaussian');
      expect(offered.includes('prior.scale')).toBe(kind === 'laplace');
      expect(offered.includes('prior.sigma1')).toBe(kind === 'scale-mixture');
      expect(applies('prior.sigma', experiment)).toBe(kind === 'gaussian');
      const first = firstDifference(experiment);
      expect(offered).toContain(first.path);
      const result = withDifferences(experiment, [first]);
      expect('experiment' in result && result.experiment.prior).not.toEqual(experiment.prior);
    },
  );

  test('chains have no learning rate, and custom points no number to choose', () => {
    const inference = { ...smallExperiment.inference, method: 'hmc' as const };
    const dataset = { ...smallExperiment.dataset, id: 'custom' as const };
    const offered = comparablesOf({ ...smallExperiment, inference, dataset }).map(({ path }) => path);
    for (const path of ['inference.optimizer.learningRate', 'inference.estimator', 'dataset.size'] as const)
      expect(offered).not.toContain(path);
  });

  test('a sweep has three or four different values', () => {
    for (const { path, values } of comparables) {
      expect(new Set(values).size, path).toBe(values.length);
      expect([3, 4], path).toContain(values.length);
      expect(setFields(smallExperiment, { 'view.sweep': [path, ...values] })).toHaveProperty('experiment');
    }
    const link = 'view.sweep=prior.kind,gaussian,laplace,scale-mixture,gaussian';
    expect(decodeLink(link)).toMatchObject({
      notices: [],
      experiment: { view: { sweep: ['prior.kind', 'gaussian', 'laplace', 'scale-mixture', 'gaussian'] } },
    });
  });

  test.each(comparables.map((comparable) => [comparable.label, comparable] as const))(
    'every suggested value of %s is legal',
    (_, { path, values }) => {
      for (const text of values) {
        const result = withDifferences(smallExperiment, [{ path, text }]);
        if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join());
        expect(String(valueAt(result.experiment, path)).replaceAll(',', '_')).toBe(text);
      }
    },
  );
});

let comparison: Comparison;
let disposeAll = (): void => {};
afterEach(() => disposeAll());

function compare(terms: readonly string[]): void {
  const other = withDifferences(smallExperiment, terms.map(readDifference));
  if ('faults' in other) throw new Error('no experiment');
  comparison = createComparison([smallExperiment, other.experiment], (handlers) =>
    createTrainer({ ...handlers, createWorker: () => threadlessWorker() as unknown as Worker }),
  );
  disposeAll = comparison.dispose;
  for (const { store, drawn } of comparison.playgrounds)
    store.subscribe((now, before) => {
      if (now.snapshot !== before.snapshot) setImmediate(drawn);
    });
}

const steps = () => comparison.store.getState().snapshots.map((snapshot) => snapshot?.step);
const rested = (step: number) =>
  until(() => !comparison.store.getState().training && steps().every((at) => at === step));

test('without a difference both runs have the same numbers', async () => {
  compare([]);
  comparison.step(60);
  await rested(60);
  const [a, b] = comparison.store.getState().snapshots;
  expect(b!.weights).toEqual(a!.weights);
  expect(b!.predictive).toEqual(a!.predictive);
  expect(b!.freeEnergy).toEqual(a!.freeEnergy);
});

test('with a difference they see the same data and noise, and take the same steps', async () => {
  compare(['prior.sigma:0.1']);
  comparison.step(30);
  await rested(30);
  const [a, b] = comparison.playgrounds.map(({ store }) => store.getState());
  expect(b!.points).toEqual(a!.points);
  expect(b!.experiment.seed).toBe(a!.experiment.seed);
  expect(b!.snapshot!.weights.mu).not.toEqual(a!.snapshot!.weights.mu);
});

test('unlimited training pauses at the same step in both runs; rewind resets both', async () => {
  compare(['inference.samples:5']);
  comparison.play();
  await until(() => steps().every((step) => (step ?? 0) >= 50));
  comparison.pause();
  await until(() => !comparison.store.getState().training && steps()[0] === steps()[1]);
  comparison.rewind();
  await rested(0);
});
