import { fillNormal, streams } from '../../math/random.ts';
import { LOG_TWO_PI } from '../../math/special.ts';
import { priors } from '../../model/priors/index.ts';
import type { Yield } from '../engine/yield.ts';
import type { Problem } from '../problem/problem.ts';
import type { ParameterBlock, WeightSummary } from './snapshot.ts';

/** Weights above which a sampled KL yields to messages between draws. */
const LARGE = 20_000;

/** q(w | θ) and its KL to the prior for each weight. klDraws: Monte Carlo draws where the KL has no closed form. */
export async function observePosterior(
  problem: Problem,
  { mu, sigma }: { readonly mu: Float64Array; readonly sigma: Float64Array },
  klDraws: number,
  yieldToMessages: Yield,
): Promise<WeightSummary> {
  const { prior } = problem.experiment;
  const { divergence } = priors[prior.kind];
  const kl = divergence
    ? mu.map((mean, i) => {
        const scale = problem.priorScale[i]!;
        return divergence(mean / scale, sigma[i]! / scale, prior).kl;
      })
    : await sampledDivergence(problem, mu, sigma, klDraws, yieldToMessages);
  return {
    mu: mu.slice(),
    sigma,
    priorScale: problem.priorScale.slice(),
    kl,
    layers: parameterBlocks(problem),
  };
}

/** Mean and standard deviation of each weight over draws [draws, P], for methods without a q. */
export function summarizeDraws(problem: Problem, drawn: Float64Array): WeightSummary {
  const count = problem.plan.parameterCount;
  const draws = drawn.length / count;
  const mu = new Float64Array(count);
  const sigma = new Float64Array(count);
  // Relative to the first draw, so that a weight that is the same in all draws has exactly that mean, and σ = 0.
  for (let i = 0; i < drawn.length; i++) mu[i % count]! += (drawn[i]! - drawn[i % count]!) / draws;
  for (let i = 0; i < count; i++) mu[i]! += drawn[i]!;
  for (let i = 0; i < drawn.length; i++) sigma[i % count]! += (drawn[i]! - mu[i % count]!) ** 2 / draws;
  return {
    mu,
    sigma: sigma.map(Math.sqrt),
    priorScale: problem.priorScale.slice(),
    kl: null,
    layers: parameterBlocks(problem),
  };
}

/** KL[q(w_i) ‖ p(w_i)] by Monte Carlo, for priors without a closed form (Blundell et al. 2015, eq. 2). */
async function sampledDivergence(
  problem: Problem,
  mu: Float64Array,
  sigma: Float64Array,
  draws: number,
  yieldToMessages: Yield,
): Promise<Float64Array> {
  const { prior, seed } = problem.experiment;
  const { logDensity } = priors[prior.kind];
  const kl = sigma.map((value) => -Math.log(value) - 0.5 * (1 + LOG_TWO_PI));
  const epsilon = new Float64Array(mu.length);
  for (let draw = 0; draw < draws; draw++) {
    if (draw > 0 && mu.length > LARGE) await yieldToMessages();
    fillNormal(epsilon, seed, streams.evaluation, 0, draw);
    for (let i = 0; i < mu.length; i++) {
      const scale = problem.priorScale[i]!;
      const w = mu[i]! + sigma[i]! * epsilon[i]!;
      kl[i]! -= (logDensity(w / scale, prior) - Math.log(scale)) / draws;
    }
  }
  return kl;
}

/** The position of each layer's parameters in the flat vectors, kernels before their biases. */
export function parameterBlocks(problem: Problem): ParameterBlock[] {
  return problem.plan.layers.flatMap(({ name, fanIn, fanOut, kernelOffset, biasOffset }) => [
    { name: `${name}/kernel`, offset: kernelOffset, shape: [fanIn, fanOut] },
    { name: `${name}/bias`, offset: biasOffset, shape: [fanOut] },
  ]);
}
