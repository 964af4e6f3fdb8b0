import type { StepCosts } from '../experiment/engine/engine.ts';
import { posteriorOf } from '../experiment/engine/state.ts';
import { batchOfStep, type Problem } from '../experiment/problem/problem.ts';
import { sigmoid } from '../math/special.ts';
import { estimators } from '../model/estimators/index.ts';
import { addAnalyticComplexity, addSampledComplexity } from './complexity.ts';
import { likelihoodSamples } from './estimators.ts';
import { batchData, likelihoodCost as costOfBatch } from './likelihoodCost.ts';
import { sharpeningNoise, weightNoise } from './noise.ts';
import { sharpenedSample } from './sharpening.ts';

const noDraw = new Float64Array(0);

/** One step's minibatch objective and its gradient in the order of the parameters: [d/dμ | d/dρ | d/d log noise | d/d gains]. */
export interface ObjectiveGradient {
  readonly costs: StepCosts;
  readonly gradient: Float64Array;
}

/**
 * One step's objective of Bayes by Backprop: F_i = π_i KL[q(w|θ) ‖ p(w)] − (1/S) Σ_s log p(D_i | w_s), w_s = μ + σ ∘ ε_s
 * (Blundell et al. 2015, eq. 2, 3, 4, 8), in nats on standardised targets.
 * Where the posterior is sharpened, −log p is evaluated at the minibatch's own weights, and their KL, times β, is added.
 * parameters: [mu (P) | rho (P) | log noise (1)], then the gains (P) of sharpening; step selects the batch and the noise.
 */
export function freeEnergyGradient(
  problem: Problem,
  parameters: Float64Array,
  step: number,
): ObjectiveGradient {
  const { experiment, plan, sharpening } = problem;
  const { samples, estimator, kl, klWeight } = experiment.inference;
  const count = plan.parameterCount;
  const { mu, sigma, logNoise } = posteriorOf(problem, parameters);
  const batch = batchOfStep(problem, step);
  const data = batchData(problem, batch);
  const gradient = new Float64Array(parameters.length);
  const gradientMu = gradient.subarray(0, count);
  const gradientSigma = new Float64Array(count);
  let complexityCost = 0;
  let likelihoodCost = 0;
  let sharpeningCost = 0;
  let gradientLogNoise = 0;

  const cost = (outputs: Float64Array): Float64Array => {
    const part = costOfBatch(problem, data, outputs, logNoise, 1 / samples);
    likelihoodCost += part.cost;
    gradientLogNoise += part.logNoise;
    return part.delta;
  };

  const drawsWeights = kl === 'monte-carlo' || estimators[estimator].drawsWeights;
  if (kl === 'analytic')
    complexityCost = addAnalyticComplexity(problem, mu, sigma, batch.klFactor, gradientMu, gradientSigma);
  for (let sample = 0; sample < samples; sample++) {
    const epsilon = drawsWeights ? weightNoise(count, experiment.seed, step, sample) : noDraw;
    const weights = epsilon.map((noise, i) => mu[i]! + sigma[i]! * noise);
    if (kl === 'monte-carlo') {
      const factor = batch.klFactor / samples;
      const draw = addSampledComplexity(problem, sigma, weights, epsilon, factor, gradientMu, gradientSigma);
      complexityCost += draw / samples;
    }
    if (data.rows === 0) continue;
    const { inputs, rows } = data;
    const ofSample = { problem, mu, sigma, weights, epsilon, step, sample, inputs, rows, cost };
    const likelihoodSample = { ...ofSample, gradientMu, gradientSigma };
    if (sharpening === null) likelihoodSamples[estimator](likelihoodSample);
    else {
      const paid = sharpenedSample(likelihoodSample, {
        sigma: sharpening,
        gains: parameters.subarray(2 * count + 1),
        epsilon: sharpeningNoise(count, experiment.seed, step, sample),
        slope: (outputs) => costOfBatch(problem, data, outputs, logNoise, 1).delta,
        factor: klWeight / samples,
        gradientGains: gradient.subarray(2 * count + 1),
      });
      sharpeningCost += paid / samples;
    }
  }

  for (let i = 0; i < count; i++) gradient[count + i] = gradientSigma[i]! * sigmoid(parameters[count + i]!);
  gradient[2 * count] = experiment.likelihood.learn ? gradientLogNoise : 0;
  const costs = { complexityCost, likelihoodCost };
  return { costs: sharpening === null ? costs : { ...costs, sharpeningCost }, gradient };
}
