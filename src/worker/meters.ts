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
/** Multiply-adds that the gradients of one measurement may cost, forward passes counted: about 30 ms. */
const BUDGET = 5e5;
/** Gradients behind each variance; with fewer than the least it is not measured. */
const FEWEST = 4;
const MOST = 64;

/** How the variance of gradients is measured (src/reference, passed in); null: the method has no such gradient. */
export type MeasureVariance = (
  problem: Problem,
  parameters: Float64Array,
  draws: number,
) => GradientVariance | null;

/** What is measured now and then, not for every picture. */
interface Measurement {
  readonly gradientVariance: GradientVariance | null;
  readonly calibration: Calibration | null;
  readonly pruning: PruningCurve | null;
}

/** Gradients that a measurement can afford, for each estimator; 0: none. */
export function affordableDraws({ plan, n }: Problem): number {
  const gradient = Math.max(1, n) * multiplyAdds(plan) * Object.keys(estimators).length;
  const draws = Math.min(MOST, Math.floor(BUDGET / gradient));
  if (draws >= FEWEST) return draws;
  return FEWEST * gradient <= 4 * BUDGET ? FEWEST : 0;
}

/** Measures now and then, and remembers the last result between times. At rest every picture has its own. */
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
    // Training waits for the picture of its beginning.
    const most = state.step > 0 ? MOST : FEWEST;
    const value = {
      gradientVariance: draws > 0 ? measure(problem, state.parameters, Math.min(draws, most)) : null,
      // Before the first step predictions are the prior's, and the weights are not.
      calibration: state.step > 0 ? await calibrationOf(problem, engine, predictive, yieldToMessages) : null,
      pruning:
        requestsPruningCurve && state.step > 0 ? await pruningCurve(problem, engine, yieldToMessages) : null,
    };
    last = { problem, at: now(), value };
    return value;
  };
}
