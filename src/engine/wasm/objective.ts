import type { StepCosts } from '../../experiment/engine/engine.ts';
import { implementationOf, type Listed } from '../../experiment/engine/engineCapabilities.ts';
import { streams } from '../../math/random.ts';
import { estimators } from '../../model/estimators/index.ts';
import { createBatches } from './batches.ts';
import type { wasmCapabilities } from './capabilities.ts';
import { createComplexity } from './complexity.ts';
import type { CreateEstimator } from './estimator.ts';
import { flipout } from './flipout.ts';
import type { KernelContext } from './kernelContext.ts';
import type { Tile } from './kernelOp.ts';
import type { Address } from './kernels.ts';
import { createLikelihoodCost } from './likelihoodCost.ts';
import { localReparameterization } from './localReparameterization.ts';
import type { WasmNetwork } from './network.ts';
import { createSharpening } from './sharpening.ts';
import { weightSampling } from './weightSampling.ts';

/** The estimators by their public keys. */
const wasmEstimators = {
  'weight-sampling': weightSampling,
  'local-reparameterization': localReparameterization,
  flipout,
} as const satisfies Record<Listed<typeof wasmCapabilities, 'estimators'>, CreateEstimator>;

/** One step's objective. The vector `gradient` of the context holds its gradient. */
export interface Evaluation {
  readonly costs: StepCosts;
  /** The sum of squares of the gradient. */
  readonly squares: number;
}

/**
 * One step's objective of Bayes by Backprop: F_i = π_i KL[q(w|θ) ‖ p(w)] − (1/S) Σ_s log p(D_i | w_s), w_s = μ + σ ∘ ε_s
 * (Blundell et al. 2015, eq. 2, 3, 4, 8). Equals freeEnergyGradient of src/reference with the same noise.
 * parameters: float64 [mu (P) | rho (P) | log noise (1)], then the gains (P) where the posterior is sharpened.
 */
export function createObjective(context: KernelContext, network: WasmNetwork, parameters: Address) {
  const { kernels, memory, vectors, problem } = context;
  const { experiment, plan } = problem;
  const { samples, estimator, kl } = experiment.inference;
  const count = plan.parameterCount;
  const likelihood = implementationOf<CreateEstimator>(wasmEstimators, estimator)(context, network);
  const complexity = createComplexity(context);
  const batches = createBatches(context);
  const addCost = createLikelihoodCost(context, network);
  const sharpening = createSharpening(context, parameters);
  const sampled = kl === 'monte-carlo';
  const drawsWeights = sampled || estimators[estimator].drawsWeights;
  const { mu, sigma, sigmaSlope, epsilon, weights, gradientWeights, gradientMu, gradientSigma, gradient } =
    vectors;

  const logNoiseOf = memory.lastingDoubles(parameters + 16 * count, 1);
  const differentiates = sampled || likelihood.throughWeights;

  const addDraw = () => kernels.addDraw(gradientWeights, epsilon, gradientMu, gradientSigma, count);

  return (step: number): Evaluation => {
    const { tiles, targets, klFactor } = batches.load(step);
    const logNoise = logNoiseOf()[0]!;
    const totals = { cost: 0, logNoise: 0 };
    const cost = (tile: Tile) => addCost(tile, targets, logNoise, 1 / samples, totals);
    const slope = (tile: Tile) => addCost(tile, targets, logNoise, 1, { cost: 0, logNoise: 0 });
    kernels.posterior(parameters, parameters + 8 * count, mu, sigma, sigmaSlope, count);
    kernels.clear(gradientMu, count);
    kernels.clear(gradientSigma, count);
    likelihood.begin();
    sharpening?.begin();
    let sharpeningCost = 0;
    let complexityCost = sampled ? complexity.addShared(klFactor) : complexity.addExact(klFactor);
    for (let sample = 0; sample < samples; sample++) {
      let halfSquares = 0;
      if (drawsWeights) {
        kernels.fillNormal(epsilon, count, 0, experiment.seed, streams.weights, step, sample);
        halfSquares = kernels.drawWeights(mu, sigma, epsilon, weights, count);
      }
      if (sampled) complexityCost += (complexity.ofDraw(klFactor / samples) - halfSquares) / samples;
      else if (differentiates) kernels.clear(gradientWeights, count);
      if (sharpening) {
        // The gradient of the prior is by the draw φ, not by the minibatch's weights: it is added before sharpening.
        if (sampled) addDraw();
        kernels.clear(gradientWeights, count);
        likelihood.addSample({ step, sample, tiles, cost: slope });
        sharpeningCost += sharpening.sharpen(step, sample) / samples;
        kernels.clear(gradientWeights, count);
      }
      likelihood.addSample({ step, sample, tiles, cost });
      sharpening?.addGains();
      if (differentiates) addDraw();
    }
    likelihood.end();
    const byLogNoise = experiment.likelihood.learn ? totals.logNoise : 0;
    const squares = kernels.gatherGradient(
      gradientMu,
      gradientSigma,
      sigmaSlope,
      byLogNoise,
      gradient,
      count,
    );
    const costs = { complexityCost, likelihoodCost: totals.cost };
    if (!sharpening) return { costs, squares };
    return { costs: { ...costs, sharpeningCost }, squares: squares + sharpening.gather() };
  };
}
