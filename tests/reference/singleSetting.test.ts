import { beforeAll, expect, test } from 'vitest';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { Predictive } from '../../src/experiment/pictures/snapshot.ts';
import { calibrationOf } from '../../src/experiment/scores/calibration.ts';
import { createRandom, standardNormal, streams } from '../../src/math/random.ts';
import { loadDataset } from '../../src/model/datasets/index.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';

/** Rows of a custom table; y is a number or one of three classes. */
function tablePoints(classes: boolean) {
  const random = createRandom(9, streams.data);
  return Array.from({ length: 30 }, (_, i) => {
    const x = [standardNormal(random), standardNormal(random) + (i % 3), standardNormal(random)];
    return { x, y: classes ? i % 3 : x[0]! - x[1]! };
  });
}

const table = (classes: boolean) => ({
  'dataset.id': 'custom',
  'dataset.task': classes ? 'classification' : 'regression',
  'dataset.points': tablePoints(classes),
});

/** Everything in a prediction that measures the disagreement of draws. */
function doubts(predictive: Predictive): readonly Float64Array[] {
  const widths = (lower: Float64Array, upper: Float64Array) => upper.map((high, i) => high - lower[i]!);
  switch (predictive.kind) {
    case 'curve':
      return [predictive.epistemicSigma, widths(predictive.epistemicLower, predictive.epistemicUpper)];
    case 'plane':
      return [predictive.mutualInformation];
    case 'images':
      return [predictive.mutualInformation, widths(predictive.lower, predictive.upper)];
    case 'sequence':
      return [widths(predictive.oneStep.epistemicLower, predictive.oneStep.epistemicUpper)];
    case 'table':
      return predictive.task === 'regression'
        ? [predictive.rows.epistemicSigma, predictive.slice.epistemicSigma]
        : [predictive.rows.mutualInformation, predictive.slice.answers.mutualInformation];
  }
}

beforeAll(async () => {
  for (const id of ['digits', 'airline'] as const) await loadDataset(id);
});

const data = {
  'two clusters': { 'dataset.id': 'two-clusters' },
  moons: { 'dataset.id': 'moons' },
  digits: { 'dataset.id': 'digits' },
  airline: { 'dataset.id': 'airline' },
  'a table of numbers': table(false),
  'a table of classes': table(true),
} as const;
test.each(Object.entries(data))('the doubt of a single network is exactly 0 on %s', async (_, fields) => {
  const resolved = setFields(defaultExperiment(), {
    ...fields,
    'inference.method': 'map',
    'network.hidden': [7],
    'network.channels': [3],
    'prediction.samples': 7,
    'inference.batchSize': 16,
  });
  if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join());
  const problem = prepareProblem(resolved.experiment);
  const engine = createReferenceEngine(problem, initialState(problem));
  await engine.train(20, 1e9);
  const { predictive, weights } = await observe(problem, engine, async () => {});
  for (const values of [...doubts(predictive), weights.sigma])
    expect(values.every((value) => value === 0)).toBe(true);
  const { metrics } = (await calibrationOf(problem, engine, predictive, async () => {}))!;
  expect(metrics.mutualInformation ?? 0).toBe(0);
});
