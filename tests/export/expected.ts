import type { Problem } from '../../src/experiment/problem/problem.ts';
import { createRandom, standardNormal } from '../../src/math/random.ts';
import { softplus } from '../../src/math/special.ts';
import { likelihoods } from '../../src/model/likelihoods/index.ts';
import { activations, networkOutputs } from '../../src/model/networks/index.ts';
import { priors } from '../../src/model/priors/index.ts';

/** A posterior in the format of exported scripts. */
export interface Parameters {
  readonly mu: readonly number[];
  readonly rho: readonly number[];
  readonly logNoise: number;
}

/** Parameters similar to trained ones, with the given ρ. */
export function someParameters({ plan }: Problem, rho: number): Parameters {
  const random = createRandom(11, 0);
  return {
    mu: Array.from({ length: plan.parameterCount }, () => 0.5 * standardNormal(random)),
    rho: new Array<number>(plan.parameterCount).fill(rho),
    logNoise: -0.7,
  };
}

/** The exact complexity cost, computed with the registry of priors. */
export function complexityCost({ experiment, priorScale }: Problem, { mu, rho }: Parameters): number {
  const divergence = priors[experiment.prior.kind].divergence!;
  return mu.reduce((sum, mean, i) => {
    const scale = priorScale[i]!;
    return sum + divergence(mean / scale, softplus(rho[i]!) / scale, experiment.prior).kl;
  }, 0);
}

/** Network outputs at the means, [rows, outputs], computed with the registry of networks. inputs: standardised. */
export function outputsAtMeans(
  { experiment, plan }: Problem,
  { mu }: Parameters,
  inputs: Float64Array,
): Float64Array {
  return networkOutputs(plan, activations[experiment.network.activation], Float64Array.from(mu), inputs);
}

/** The likelihood cost at the means in the data's units, computed with the registry of likelihoods. */
export function costAtMeans(problem: Problem, parameters: Parameters): number {
  const { experiment, inputs, targets, n, outputCount, yScaler } = problem;
  const { cost } = likelihoods[experiment.likelihood.kind];
  const outputs = outputsAtMeans(problem, parameters, inputs);
  const slope = new Float64Array(outputCount + 1);
  return targets.reduce(
    (sum, y, row) => sum + cost(y, outputs, row * outputCount, parameters.logNoise, slope),
    n * Math.log(yScaler.scale),
  );
}
