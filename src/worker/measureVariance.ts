import { estimators } from '../estimators/index.ts';
import type { TrainingState } from '../experiment/engine.ts';
import type { Problem } from '../experiment/problem.ts';
import type { GradientVariance } from '../experiment/snapshot.ts';
import { methods } from '../methods/index.ts';
import { multiplyAdds } from '../networks/index.ts';

/** Milliseconds between two measurements while training. */
const INTERVAL = 1000;
/** Multiply-adds that one measurement may cost, forward passes counted: about 30 ms. */
const BUDGET = 5e5;
/** Gradients behind each variance; with fewer than the least it is not measured. */
const FEWEST = 4;
const MOST = 64;

/** How the variance of gradients is measured: src/reference, handed in. */
export type MeasureVariance = (problem: Problem, parameters: Float64Array, draws: number) => GradientVariance;

/** Gradients that a measurement can afford, for each estimator; 0: none. */
export function affordableDraws({ plan, n }: Problem): number {
  const gradient = Math.max(1, n) * multiplyAdds(plan) * Object.keys(estimators).length;
  const draws = Math.min(MOST, Math.floor(BUDGET / gradient));
  if (draws >= FEWEST) return draws;
  return FEWEST * gradient <= 4 * BUDGET ? FEWEST : 0;
}

/** Measures now and then, and remembers the last result between times. */
export function createVarianceMeter(measure: MeasureVariance, now: () => number) {
  let last: { readonly problem: Problem; readonly at: number; readonly value: GradientVariance } | null =
    null;
  return (problem: Problem, state: TrainingState, training: boolean): GradientVariance | null => {
    if (!methods[problem.experiment.inference.method].variational) return null;
    if (training && last?.problem === problem && now() - last.at < INTERVAL) return last.value;
    const draws = affordableDraws(problem);
    if (draws === 0) return null;
    const value = measure(problem, state.parameters, draws);
    last = { problem, at: now(), value };
    return value;
  };
}
