import { beforeAll, describe, expect, it } from 'vitest';
import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { splitPoints } from '../../src/experiment/problem/split.ts';
import { calibrationOf } from '../../src/experiment/scores/calibration.ts';
import { evaluatePredictions } from '../../src/experiment/scores/evaluate.ts';
import { pruningCurve } from '../../src/experiment/scores/pruningCurve.ts';
import { datasets, loadDataset } from '../../src/model/datasets/index.ts';

beforeAll(() => loadDataset('digits'));

function digitsProblem(changes: Readonly<Record<string, unknown>> = {}) {
  const resolved = setFields(defaultExperiment(), { 'dataset.id': 'digits', ...changes });
  if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join());
  return prepareProblem(resolved.experiment);
}

describe('the digits', () => {
  it('are the 1,797 published images: 64 pixels from 0 to 16, some 180 of each class', () => {
    const points = datasets.digits.points();
    expect(points).toHaveLength(1797);
    expect(points.every(({ x }) => x.length === 64 && x.every((value) => value >= 0 && value <= 16))).toBe(
      true,
    );
    // From scikit-learn: `load_digits().data.sum()`, and the counts of `target`.
    expect(points.reduce((sum, { x }) => sum + x.reduce((all, value) => all + value, 0), 0)).toBe(561_718);
    const counts = Array.from({ length: 10 }, (_, y) => points.filter((point) => point.y === y).length);
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
  });

  it('hold out a fifth, never trained on, the same for the same seed', () => {
    const { points, heldOut, n } = digitsProblem();
    expect([n, heldOut.length]).toEqual([1438, 359]);
    expect(new Set([...points, ...heldOut]).size).toBe(1797);
    expect(digitsProblem().heldOut).toEqual(heldOut);
    expect(digitsProblem({ seed: 2 }).heldOut).not.toEqual(heldOut);
  });

  it('share one scale over all pixels', () => {
    const { xScalers, inputs } = digitsProblem();
    expect(new Set(xScalers).size).toBe(1);
    const mean = inputs.reduce((sum, value) => sum + value, 0) / inputs.length;
    expect(mean).toBeCloseTo(0, 9);
  });
});

it('a split never leaves the training set empty', () => {
  const point = (y: number) => ({ x: [0], y });
  expect(splitPoints([point(1)], 0.9, 1)).toEqual({ training: [point(1)], heldOut: [] });
  expect(splitPoints([], 0.5, 1)).toEqual({ training: [], heldOut: [] });
  expect(splitPoints([point(1), point(2)], 0.9, 1).training).toHaveLength(1);
});

it('a convolutional network classifies most of them and is uncertain of noise; queries are predicted', async () => {
  const problem = digitsProblem({ 'network.channels': [4, 8], 'network.hidden': [] });
  const engine = createWasmEngine()(problem, initialState(problem));
  await engine.train(400, 60_000);
  const scores = await evaluatePredictions(problem, engine, problem.heldOut);
  const { accuracy, mutualInformation } = scores;
  // Of 359 images: four standard errors below 0.95 are 0.9.
  expect(accuracy).toBeGreaterThan(0.9);
  const noise = problem.heldOut.map(({ x }, i) => x.map((_, k) => ((i + 3) * (k + 7) * 7919) % 17));
  const queries = [problem.heldOut[0]!.x, ...noise.slice(0, 40)];
  const { predictive, answers } = await observe(problem, engine, async () => {}, queries);
  if (predictive?.kind !== 'images') throw new Error(`not images: ${predictive?.kind}`);
  expect(predictive.totalEntropy).toHaveLength(359);
  // The snapshot's predictions have the same scores as the engine's.
  const { metrics } = (await calibrationOf(problem, engine, predictive, async () => {}))!;
  for (const [name, value] of Object.entries(scores))
    if (typeof value === 'number') expect(metrics[name as 'n']).toBeCloseTo(value, 9);
  expect(metrics.reliability).toEqual(scores.reliability);
  // The same image has the same prediction in every query.
  expect([...answers!.probabilities.subarray(0, 10)]).toEqual([...predictive.probabilities.subarray(0, 10)]);
  const ofNoise = answers!.mutualInformation.subarray(1);
  expect(ofNoise.reduce((sum, value) => sum + value, 0) / ofNoise.length).toBeGreaterThan(
    1.4 * mutualInformation!,
  );
  predictive.probabilities.forEach((p, i) => {
    expect(predictive.lower[i]).toBeLessThanOrEqual(predictive.upper[i]!);
    expect(p).toBeGreaterThanOrEqual(0);
  });
  engine.dispose();
});

it('three quarters of the weights of a dense network can be pruned for at most one point of accuracy', async () => {
  const problem = digitsProblem({ 'network.kind': 'dense' });
  const engine = createWasmEngine()(problem, initialState(problem));
  await engine.train(3000, 60_000);
  const curve = (await pruningCurve(problem, engine, async () => {}))!;
  const { accuracy } = await evaluatePredictions(problem, engine, problem.heldOut);
  expect(curve.of).toBe('held-out');
  expect(curve.draws).toBe(problem.experiment.prediction.samples);
  expect(curve.accuracy[0]).toBe(accuracy);
  const threeQuarters = curve.accuracy[curve.fractions.indexOf(0.75)]!;
  expect(threeQuarters).toBeGreaterThanOrEqual(accuracy! - 0.01);
  // Without any weights all classes are equally probable.
  expect(curve.accuracy.at(-1)).toBeLessThan(0.2);
  engine.dispose();
});
