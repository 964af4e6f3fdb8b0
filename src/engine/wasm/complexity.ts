import { implementationOf, type Listed } from '../../experiment/engine/engineCapabilities.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import { LOG_TWO_PI } from '../../math/special.ts';
import type { PriorParameters } from '../../model/priors/index.ts';
import type { wasmCapabilities } from './capabilities.ts';
import type { KernelContext } from './kernelContext.ts';
import type { Kernels } from './kernels.ts';

/** The kernels of a prior. They read the vectors of the context and return nats. */
interface WasmPrior {
  /** Writes the gradient of −log p(w), times `factor`, to gradientWeights. Returns −log p(w) without Σ log c. */
  readonly cost: (context: KernelContext, factor: number, shape: PriorParameters) => number;
  /** The kernel of the exact KL and its parameter, the width of p; null: no closed form. */
  readonly divergence:
    | ((shape: PriorParameters) => readonly ['gaussianDivergence' | 'laplaceDivergence', number])
    | null;
}

/** The priors; formulas as in src/model/priors. */
const wasmPriors = {
  gaussian: {
    cost: ({ kernels, vectors, problem: { plan } }, factor, { sigma }) => {
      const { weights, inverseScales, gradientWeights } = vectors;
      const count = plan.parameterCount;
      const constant = count * (Math.log(sigma) + 0.5 * LOG_TWO_PI);
      return constant + kernels.gaussianPrior(weights, inverseScales, gradientWeights, count, factor, sigma);
    },
    divergence: ({ sigma }) => ['gaussianDivergence', sigma],
  },
  'scale-mixture': {
    cost: ({ kernels, vectors, problem: { plan } }, factor, { pi, sigma1, sigma2 }) => {
      const { weights, inverseScales, gradientWeights } = vectors;
      const count = plan.parameterCount;
      const cost = kernels.mixturePrior(
        weights,
        inverseScales,
        gradientWeights,
        count,
        factor,
        Math.log(pi) - Math.log(sigma1),
        1 / sigma1 ** 2,
        Math.log1p(-pi) - Math.log(sigma2),
        1 / sigma2 ** 2,
      );
      return count * 0.5 * LOG_TWO_PI + cost;
    },
    divergence: null,
  },
  laplace: {
    cost: ({ kernels, vectors, problem: { plan } }, factor, { scale }) => {
      const { weights, inverseScales, gradientWeights } = vectors;
      const count = plan.parameterCount;
      return (
        count * Math.log(2 * scale) +
        kernels.laplacePrior(weights, inverseScales, gradientWeights, count, factor, scale)
      );
    },
    divergence: ({ scale }) => ['laplaceDivergence', scale],
  },
} as const satisfies Record<Listed<typeof wasmCapabilities, 'priors'>, WasmPrior>;

/** The complexity costs of a problem in nats. `factor` multiplies the gradients that they add, not the costs. */
export interface Complexity {
  /** KL[q(w|θ) ‖ p(w)] (Blundell et al. 2015, eq. 1). */
  readonly addExact: (factor: number) => number;
  /** The part of log q(w|θ) − log p(w) (eq. 2) that all draws share: −Σ log σ, Σ log c and −½ log 2π of every weight. */
  readonly addShared: (factor: number) => number;
  /** −log p(w) of the current draw without Σ log c; writes its gradient to gradientWeights. */
  readonly ofDraw: (factor: number) => number;
}

/** The complexity costs of the context's problem. */
export function createComplexity(context: KernelContext): Complexity {
  const { kernels, vectors, problem } = context;
  const { prior } = problem.experiment;
  const { cost, divergence } = implementationOf<WasmPrior>(wasmPriors, prior.kind);
  const { mu, sigma, inverseScales, gradientMu, gradientSigma } = vectors;
  const count = problem.plan.parameterCount;
  const constant = logScales(problem) - 0.5 * count * LOG_TWO_PI;
  return {
    addExact: (factor) => {
      if (!divergence)
        throw new Error(`invalid inference.kl; the ${prior.kind} prior has no closed form: analytic`);
      const [kernel, width] = divergence(prior);
      const add: Kernels['gaussianDivergence'] = kernels[kernel];
      return add(mu, sigma, inverseScales, gradientMu, gradientSigma, factor, count, width);
    },
    addShared: (factor) => constant - kernels.addSpread(sigma, gradientSigma, factor, count),
    ofDraw: (factor) => cost(context, factor, prior),
  };
}

/** Σ log c: the term of −log p(w) from the scales c. */
function logScales({ priorScale }: Problem): number {
  return priorScale.reduce((sum, scale) => sum + Math.log(scale), 0);
}
