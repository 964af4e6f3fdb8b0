import { expect } from 'vitest';
import type { Engine } from '../../src/experiment/engine/engine.ts';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { evaluatePredictions } from '../../src/experiment/scores/evaluate.ts';
import { estimateFreeEnergy } from '../../src/experiment/scores/freeEnergyEstimate.ts';

/** Number of posterior draws for an estimate of F. */
const DRAWS = 8;
/** Maximum number of points on which predictions are compared. */
const MAX_POINTS = 200;

/** F of each of 8 draws of the weights, in nats; the draws have the same noise for every engine and step. */
export async function freeEnergyByDraw(problem: Problem, engine: Engine): Promise<readonly number[]> {
  const estimates: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    const shifted: Engine = {
      ...engine,
      outputs: (inputs, first, count) => engine.outputs(inputs, first + draw, count),
      draws: (first, count) => engine.draws(first + draw, count),
    };
    estimates.push((await estimateFreeEnergy(problem, shifted, 1)).total);
  }
  return estimates;
}

/** F fell by more than four standard errors of the difference, paired by draw. */
export function expectFall(before: readonly number[], after: readonly number[], claim: string): void {
  const falls = before.map((value, draw) => value - after[draw]!);
  const mean = falls.reduce((sum, fall) => sum + fall, 0) / falls.length;
  const variance = falls.reduce((sum, fall) => sum + (fall - mean) ** 2, 0) / (falls.length - 1);
  expect(mean, claim).toBeGreaterThan(4 * Math.sqrt(variance / falls.length));
}

/**
 * The predictions of the training points are better than the best constant prediction: in root mean square error the
 * mean of the targets, in log probability the frequencies of the classes.
 */
export async function expectBetterThanConstant(
  problem: Problem,
  engine: Engine,
  claim: string,
): Promise<void> {
  const points = problem.points.slice(0, MAX_POINTS);
  const { rmse, logLikelihood } = await evaluatePredictions(problem, engine, points);
  const targets = points.map(({ y }) => y);
  if (rmse === undefined) expect(logLikelihood, claim).toBeGreaterThan(-entropy(targets));
  else expect(rmse, claim).toBeLessThan(standardDeviation(targets));
}

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** Entropy of the frequencies of classes, nats. */
function entropy(classes: readonly number[]): number {
  const shares = [...new Set(classes)].map(
    (one) => classes.filter((other) => other === one).length / classes.length,
  );
  return -shares.reduce((sum, share) => sum + share * Math.log(share), 0);
}
