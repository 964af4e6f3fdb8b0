import type { Engine, TrainingState } from '../experiment/engine/engine.ts';
import type { Yield } from '../experiment/engine/yield.ts';
import type {
  Calibration,
  GradientVariance,
  Predictive,
  PruningCurve,
} from '../experiment/pictures/snapshot.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { calibrationOf } from '../experiment/scores/calibration.ts';
import { pruningCurve } from '../experiment/scores/pruningCurve.ts';
import { estimators } from '../model/estimators/index.ts';
import { multiplyAdds } from '../model/networks/index.ts';

/** Milliseconds between two measurements while training. */
const INTERVAL = 1000;
/** Multiply-adds of forward passes that the gradients of one measurement may cost: about 30 ms. */
const BUDGET = 5e5;
/** Gradients behind each variance; where fewer than the minimum are affordable it is not measured. */
const MIN_DRAWS = 4;
const MAX_DRAWS = 64;

/** How the variance of gradients is measured (src/reference, passed in); null: the method has no such gradient. */
export type MeasureVariance = (
  problem: Problem,
  parameters: Float64Array,
  draws: number,
) => GradientVariance | null;

/** What is measured once a second while training, not for every snapshot. */
interface Measurement {
  readonly gradientVariance: GradientVariance | null;
  readonly calibration: Calibration | null;
  readonly pruning: PruningCurve | null;
}

/** Gradients for each estimator that a measurement can afford; 0: none. */
export function affordableDraws({ plan, n }: Problem): number {
  const gradient = Math.max(1, n) * multiplyAdds(plan) * Object.keys(estimators).length;
  const draws = Math.min(MAX_DRAWS, Math.floor(BUDGET / gradient));
  if (draws >= MIN_DRAWS) return draws;
  return MIN_DRAWS * gradient <= 4 * BUDGET ? MIN_DRAWS : 0;
}

/**
 * Returns a function that measures once a second while training, and returns its last result in between. When the run
 * is paused it always measures.
 */
export function createMeter(measure: MeasureVariance, now: () => number) {
  let last: { readonly problem: Problem; readonly at: number; readonly value: Measurement } | null = null;
  return async (
    problem: Problem,
    engine: Engine,
    state: TrainingState,
    predictive: Predictive,
    training: boolean,
    requestsPruningCurve: boolean,
    yieldToMessages: Yield,
  ): Promise<Measurement> => {
    if (training && last?.problem === problem && now() - last.at < INTERVAL) return last.value;
    const draws = affordableDraws(problem);
    // The first training step waits for the first snapshot, so that is kept cheap.
    const affordable = state.step > 0 ? draws : Math.min(draws, MIN_DRAWS);
    const value = {
      gradientVariance: draws > 0 ? measure(problem, state.parameters, affordable) : null,
      // Before the first step predictions are those of the prior, not of the initial posterior.
      calibration: state.step > 0 ? await calibrationOf(problem, engine, predictive, yieldToMessages) : null,
      pruning:
        requestsPruningCurve && state.step > 0 ? await pruningCurve(problem, engine, yieldToMessages) : null,
    };
    last = { problem, at: now(), value };
    return value;
  };
}
