import { decodeLink } from '../../experiment/link/link.ts';
import { curveGrid, observeCurve } from '../../experiment/pictures/observeCurve.ts';
import { prepareProblem } from '../../experiment/pictures/prepareProblem.ts';
import type { CurvePredictive } from '../../experiment/pictures/snapshot.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import { standardizedInputs } from '../../experiment/problem/scalers.ts';
import { activations, networkOutputs } from '../../model/networks/index.ts';

/** Draws from an exact posterior, and how far its chains agreed. Noise is fixed, so a position has weights alone. */
export interface PosteriorDraws {
  /** The experiment, as after the # of an address. */
  readonly link: string;
  readonly chains: number;
  /** Transitions of each chain, warm-up included, and divergent ones after warm-up over all chains. */
  readonly transitions: number;
  readonly divergences: number;
  /**
   * Largest rank-normalised split R-hat, and smallest bulk effective sample size, of the function at every plotted input and
   * of log p(w, D), over all draws after warm-up (Vehtari et al. 2021).
   */
  readonly rHat: number;
  readonly effectiveSampleSize: number;
  /** Weights, [draws, P] row-major; the chains take turns. */
  readonly weights: Float64Array;
  /** log p(w, D) of each draw in nats. */
  readonly logDensities: Float64Array;
}

/** The problem of an experiment whose data need no loading. */
export function problemOfLink(link: string): Problem {
  return prepareProblem(decodeLink(link).experiment);
}

/** Outputs [draws, x.length] of the network at inputs in the data's units, standardised; weights: [draws, P]. */
export function outputsOfDraws(problem: Problem, weights: Float64Array, x: ArrayLike<number>): Float64Array {
  const { plan, experiment, xScalers } = problem;
  const inputs = standardizedInputs(
    Array.from(x, (value) => ({ x: [value] })),
    xScalers,
  );
  const draws = weights.length / plan.parameterCount;
  const outputs = new Float64Array(draws * x.length);
  for (let draw = 0; draw < draws; draw++) {
    const row = weights.subarray(draw * plan.parameterCount, (draw + 1) * plan.parameterCount);
    const values = networkOutputs(plan, activations[experiment.network.activation], row, inputs);
    outputs.set(values, draw * x.length);
  }
  return outputs;
}

/** p(y | x, D) at the plotted inputs, from draws of the weights [draws, P]. */
export function curveOfDraws(problem: Problem, weights: Float64Array): CurvePredictive {
  const x = curveGrid(problem.xDomain);
  const outputs = outputsOfDraws(problem, weights, x);
  const logNoise = new Float64Array(outputs.length / x.length).fill(Math.log(problem.noiseSigma));
  return observeCurve(problem, x, outputs, logNoise);
}
