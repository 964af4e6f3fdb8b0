import { describe, expect, it } from 'vitest';
import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import { seriesOf } from '../../src/experiment/document/series.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { evaluatePredictions } from '../../src/experiment/scores/evaluate.ts';
import { softplusInverse } from '../../src/math/special.ts';
import { datasets, type SequenceDataset } from '../../src/model/datasets/index.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';

const sequences = Object.entries(datasets).filter(
  (entry): entry is [keyof typeof datasets, SequenceDataset] => entry[1].kind === 'sequence',
);

function experimentOf(changes: Readonly<Record<string, unknown>>) {
  const resolved = setFields(defaultExperiment(), changes);
  if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join());
  return resolved.experiment;
}

describe.each(sequences)('the series %s', (id, dataset) => {
  const experiment = experimentOf({ 'dataset.id': id });
  const series = seriesOf(experiment)!;
  const problem = prepareProblem(experiment);

  it('is transformed and inverted without loss', () => {
    const { transformation } = dataset;
    for (let t = transformation.lag; t < series.values.length; t++) {
      const z = transformation.forward(series.values, t);
      expect(transformation.inverse(z, series.values, t)).toBeCloseTo(series.values[t]!, 8);
      expect(transformation.inverse(z + 0.1, series.values, t)).toBeGreaterThanOrEqual(series.values[t]!);
    }
  });

  it('is cut into windows, each followed by its target', () => {
    const { modelled, first } = series;
    const { window } = experiment.network;
    const all = [...problem.points, ...problem.heldOut];
    expect(all).toHaveLength(series.values.length - first);
    all.forEach(({ x, y }, i) => {
      expect(x).toEqual([...modelled.subarray(first + i - window, first + i)]);
      expect(y).toBe(modelled[first + i]);
    });
  });

  it('holds out its tail: neither windows nor scales of training contain any of it', () => {
    const { modelled, tail } = series;
    expect(problem.heldOut.length).toBeGreaterThan(10);
    expect(problem.points.at(-1)!.y).toBe(modelled[tail - 1]);
    expect(problem.heldOut[0]!.y).toBe(modelled[tail]);
    // Different values in the tail only: the same problem.
    const { mean, scale } = problem.yScaler;
    const ys = problem.points.map(({ y }) => y);
    expect(mean).toBeCloseTo(ys.reduce((sum, y) => sum + y, 0) / ys.length, 9);
    expect(scale).toBeGreaterThan(0);
  });
});

it('a forecast of a linear network without noise or uncertainty equals the recursion computed by hand', async () => {
  const experiment = experimentOf({
    'dataset.id': 'sunspots',
    'network.kind': 'dense',
    'network.hidden': [],
    'network.window': 2,
    'prediction.samples': 3,
  });
  const problem = prepareProblem(experiment);
  const state = initialState(problem);
  // z′ = 0.5 z₋₂ + 0.3 z₋₁ + 0.1 in standardised units; σ and the noise are negligible.
  state.parameters.set([0.5, 0.3, 0.1]);
  state.parameters.fill(softplusInverse(1e-9), 3, 6);
  state.parameters[6] = Math.log(1e-9);
  const engine = createReferenceEngine(problem, { ...state, step: 1 });
  const { predictive } = await observe(problem, engine, async () => {});
  if (predictive?.kind !== 'sequence') throw new Error('not a sequence');
  const { modelled, tail } = seriesOf(experiment)!;
  const [x, y] = [problem.xScalers[0]!, problem.yScaler];
  const path = [...modelled.subarray(0, tail)];
  predictive.forecast.centre.forEach((value, step) => {
    const [older, newer] = path.slice(-2).map((z) => (z - x.mean) / x.scale);
    path.push(y.mean + y.scale * (0.5 * older! + 0.3 * newer! + 0.1));
    expect(value).toBeCloseTo(Math.max(0, path[tail + step]!) ** 2, 4);
    for (const edge of ['lower', 'upper', 'epistemicLower', 'epistemicUpper'] as const)
      expect(predictive.forecast[edge][step]).toBeCloseTo(value, 3);
  });
});

describe.each(['airline', 'co2'] as const)('an LSTM that has read %s', (id) => {
  it('covers 80 to 97 % of the held-out tail with its 90 % intervals', async () => {
    const problem = prepareProblem(experimentOf({ 'dataset.id': id, 'prediction.samples': 50 }));
    const engine = createWasmEngine()(problem, initialState(problem));
    for (let taken = 0; taken < 1500; ) taken += await engine.train(1500 - taken, 60_000);
    const { coverage } = await evaluatePredictions(problem, engine, problem.heldOut);
    expect(coverage).toBeGreaterThanOrEqual(0.8);
    expect(coverage).toBeLessThanOrEqual(0.97);
    engine.dispose();
  });
});
