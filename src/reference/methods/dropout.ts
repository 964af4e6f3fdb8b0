import { batchOfStep, type Problem } from '../../experiment/problem/problem.ts';
import { fillUniform, streams } from '../../math/random.ts';
import type { ObjectiveGradient } from '../freeEnergy.ts';
import { batchData } from '../likelihoodCost.ts';
import { addLikelihoodCost, addPriorCost } from '../logPosterior.ts';
import { gradientStep } from './gradientStep.ts';
import { type MethodSteps, sameState } from './method.ts';

/**
 * A random mask as factors of the weights, [P]: the outgoing kernel row of a hidden unit is multiplied by 0 where the unit is
 * dropped, else by 1/(1 − rate), so that the factors have mean 1 (Gal & Ghahramani 2016, §3).
 */
function maskFactors(problem: Problem, stream: number, step: number, sample: number): Float64Array {
  const { plan, experiment } = problem;
  const { dropoutRate } = experiment.inference;
  const factors = new Float64Array(plan.parameterCount).fill(1);
  plan.layers.slice(1).forEach(({ fanIn, fanOut, kernelOffset }, hidden) => {
    const uniforms = new Float64Array(fanIn);
    fillUniform(uniforms, experiment.seed, stream + hidden, step, sample);
    uniforms.forEach((u, unit) => {
      const start = kernelOffset + unit * fanOut;
      factors.fill(u < dropoutRate ? 0 : 1 / (1 - dropoutRate), start, start + fanOut);
    });
  });
  return factors;
}

/** −log p(μ) − E_mask[log p(D | μ ∘ mask)], the expectation estimated with `inference.samples` masks. */
export function dropoutGradient(problem: Problem, parameters: Float64Array, step: number): ObjectiveGradient {
  const { parameterCount } = problem.plan;
  const { samples } = problem.experiment.inference;
  const batch = batchOfStep(problem, step);
  const data = batchData(problem, batch);
  const means = parameters.subarray(0, parameterCount);
  const logNoise = parameters[2 * parameterCount]!;
  const gradient = new Float64Array(parameters.length);
  const complexityCost = addPriorCost(problem, means, batch.klFactor, gradient);
  let likelihoodCost = 0;
  for (let sample = 0; sample < samples; sample++) {
    const factors = maskFactors(problem, streams.masks, step, sample);
    const weights = means.map((mean, i) => mean * factors[i]!);
    const masked = new Float64Array(parameterCount);
    const part = addLikelihoodCost(problem, weights, logNoise, data, 1 / samples, masked);
    for (let i = 0; i < parameterCount; i++) gradient[i]! += masked[i]! * factors[i]!;
    likelihoodCost += part.cost;
    if (problem.experiment.likelihood.learn) gradient[2 * parameterCount]! += part.logNoise;
  }
  return { costs: { complexityCost, likelihoodCost }, gradient };
}

/** Dropout in training and in prediction; each draw is one mask (Gal & Ghahramani 2016). */
export const dropout: MethodSteps = {
  step: gradientStep(dropoutGradient),
  view: sameState,
  draws: (problem, { parameters }, firstDraw, draws) => {
    const { parameterCount } = problem.plan;
    const weights = new Float64Array(draws * parameterCount);
    for (let draw = 0; draw < draws; draw++) {
      const factors = maskFactors(problem, streams.predictionMasks, 0, firstDraw + draw);
      for (let i = 0; i < parameterCount; i++)
        weights[draw * parameterCount + i] = parameters[i]! * factors[i]!;
    }
    return { weights, logNoise: new Float64Array(draws).fill(parameters[2 * parameterCount]!) };
  },
};
