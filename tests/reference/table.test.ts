import { describe, expect, it } from 'vitest';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { TablePredictive } from '../../src/experiment/pictures/snapshot.ts';
import { tableRows } from '../../src/experiment/pictures/table.ts';
import { evaluatePredictions } from '../../src/experiment/scores/evaluate.ts';
import { createRandom, standardNormal } from '../../src/math/random.ts';
import { softplusInverse } from '../../src/math/special.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';

/** 50 rows of three inputs on different scales. */
function rowsOf(target: (x: readonly number[]) => number) {
  const random = createRandom(3, 7);
  return Array.from({ length: 50 }, () => {
    const x = [standardNormal(random), 100 + 10 * standardNormal(random), standardNormal(random) / 50];
    return { x, y: target(x) };
  });
}

function problemOf(changes: Readonly<Record<string, unknown>>) {
  const resolved = setFields(defaultExperiment(), {
    'dataset.id': 'custom',
    'dataset.testFraction': 0.2,
    'prediction.samples': 25,
    'network.hidden': [4],
    ...changes,
  });
  if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join());
  return prepareProblem(resolved.experiment);
}

async function tableOf(problem: ReturnType<typeof problemOf>, steps = 20, state = initialState(problem)) {
  const engine = createReferenceEngine(problem, state);
  for (let taken = 0; taken < steps; ) taken += await engine.train(steps - taken, 1000);
  const { predictive } = await observe(problem, engine, async () => {});
  if (predictive.kind !== 'table') throw new Error(`not a table: ${predictive.kind}`);
  return { engine, table: predictive as TablePredictive };
}

const sum = (x: readonly number[]) => x.reduce((total, value) => total + value, 0);

describe('a table of numbers', () => {
  const points = rowsOf(sum);

  it('is split by the seed alone, in the order of its rows', () => {
    const [one, same, other] = [1, 1, 2].map((seed) => problemOf({ 'dataset.points': points, seed }));
    expect(one!.heldOut).toHaveLength(10);
    expect(one!.heldOut).toEqual(same!.heldOut);
    expect(one!.heldOut).not.toEqual(other!.heldOut);
    const order = one!.heldOut.map((row) => points.findIndex(({ x }) => x === row.x));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect([...one!.points, ...one!.heldOut]).toHaveLength(50);
  });

  it('has for every held-out row the prediction of a linear network with σ near 0, and its noise', async () => {
    const problem = problemOf({
      'dataset.points': points,
      'network.hidden': [],
      'dataset.standardize': false,
      'likelihood.noise': 2,
      'likelihood.learn': false,
      'inference.optimizer.learningRate': 1e-12,
      'prediction.slice': 1,
    });
    const state = initialState(problem);
    // y = x₀ − 2 x₁ + 3 x₂ + 5, every σ negligible, noise 2.
    const parameters = Float64Array.of(1, -2, 3, 5, ...new Array(4).fill(softplusInverse(1e-9)), Math.log(2));
    const { table } = await tableOf(problem, 1, { ...state, parameters });
    if (table.task !== 'regression') throw new Error('not of numbers');
    const said = (x: readonly number[]) => x[0]! - 2 * x[1]! + 3 * x[2]! + 5;
    expect(table.of).toBe('held-out');
    problem.heldOut.forEach(({ x }, row) => {
      // σ is kept above e^−10: three standard deviations of an output of weights that small, for |x| ≤ 130.
      expect(Math.abs(table.rows.mean[row]! - said(x))).toBeLessThan(0.02);
      expect(table.rows.aleatoricSigma[row]).toBeCloseTo(2, 6);
      // Ninety per cent of a normal lie within 1.645 standard deviations.
      expect(table.rows.upper[row]! - table.rows.lower[row]!).toBeCloseTo(2 * 1.6449 * 2, 1);
    });
    // Along x₁, from a quarter of its range below its minimum to a quarter above its maximum, the others at their
    // medians.
    const column = (i: number) => problem.points.map(({ x }) => x[i]!).sort((a, b) => a - b);
    const median = (i: number) => (column(i)[19]! + column(i)[20]!) / 2;
    const [low, high] = [column(1)[0]!, column(1).at(-1)!];
    expect(table.input).toBe(1);
    expect(table.slice.x[0]).toBeCloseTo(low - (high - low) / 4, 9);
    expect(table.slice.x.at(-1)).toBeCloseTo(high + (high - low) / 4, 9);
    table.slice.x.forEach((x, i) => {
      expect(Math.abs(table.slice.mean[i]! - said([median(0), x, median(2)]))).toBeLessThan(0.02);
    });
  });

  it('is scored on its held-out rows, as they are drawn', async () => {
    const problem = problemOf({ 'dataset.points': points, 'prediction.slice': 150 });
    const { table, engine } = await tableOf(problem);
    if (table.task !== 'regression') throw new Error('not of numbers');
    expect(table.input).toBe(2);
    const { rmse, coverage, n } = await evaluatePredictions(problem, engine, problem.heldOut);
    const squares = problem.heldOut.map(({ y }, row) => (y - table.rows.mean[row]!) ** 2);
    expect(n).toBe(10);
    expect(rmse).toBeCloseTo(Math.sqrt(squares.reduce((total, of) => total + of, 0) / n), 6);
    const held = problem.heldOut.filter(
      ({ y }, row) => table.rows.lower[row]! <= y && y <= table.rows.upper[row]!,
    );
    expect(coverage).toBeCloseTo(held.length / n, 9);
  });

  it('without a held-out row shows the training rows', async () => {
    const problem = problemOf({ 'dataset.points': points, 'dataset.testFraction': 0 });
    const { table } = await tableOf(problem);
    expect(table.of).toBe('training');
    expect(tableRows(problem).rows).toEqual(points);
  });
});

describe('a table of classes', () => {
  const points = rowsOf((x) => (x[0]! > 0.5 ? 2 : x[0]! > -0.5 ? 1 : 0));
  const made = tableOf(
    problemOf({
      'dataset.task': 'classification',
      'dataset.points': points,
      'likelihood.kind': 'categorical',
    }),
    60,
  );

  it('has the probability of every class, of rows and along the slice', async () => {
    const { table } = await made;
    if (table.task !== 'classification') throw new Error('not of classes');
    expect(table.classes).toBe(3);
    for (const { probabilities, lower, upper } of [table.rows, table.slice.answers]) {
      expect(probabilities.length % 3).toBe(0);
      for (let i = 0; i < probabilities.length; i += 3)
        expect(probabilities[i]! + probabilities[i + 1]! + probabilities[i + 2]!).toBeCloseTo(1, 9);
      probabilities.forEach((_, i) => expect(lower[i]).toBeLessThanOrEqual(upper[i]!));
    }
    expect(table.rows.totalEntropy).toHaveLength(10);
    expect(table.slice.answers.totalEntropy).toHaveLength(table.slice.x.length);
    // The training data have class 2 where x₀ is large.
    const along = Array.from(table.slice.x, (_, i) => table.slice.answers.probabilities[3 * i + 2]!);
    expect(along.at(-1)).toBeGreaterThan(along[0]! + 0.2);
  });
});
