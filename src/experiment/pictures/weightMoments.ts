import { methods } from '../../model/methods/index.ts';
import type { Engine } from '../engine/engine.ts';
import { posteriorOf } from '../engine/state.ts';
import type { Problem } from '../problem/problem.ts';
import { summarizeDraws } from './observeWeights.ts';

/** Mean and standard deviation of each weight, [P], and the log noise of draws 0 … S′ − 1, [S′]. */
export interface WeightMoments {
  readonly mu: Float64Array;
  readonly sigma: Float64Array;
  readonly logNoise: Float64Array;
}

/** The moments of q where the method has one, otherwise those of its S′ = `prediction.samples` draws. */
export async function weightMoments(problem: Problem, engine: Engine): Promise<WeightMoments> {
  const { inference, prediction } = problem.experiment;
  if (methods[inference.method].cost === 'free-energy') {
    const { mu, sigma, logNoise } = posteriorOf(problem, (await engine.state()).parameters);
    return { mu, sigma, logNoise: new Float64Array(prediction.samples).fill(logNoise) };
  }
  const { weights, logNoise } = await engine.draws(0, prediction.samples);
  return { ...summarizeDraws(problem, weights), logNoise };
}
