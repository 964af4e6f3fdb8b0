import { streams } from '../../math/random.ts';
import type { KernelContext } from './kernelContext.ts';
import type { Address } from './kernels.ts';

/** Posterior sharpening of the current draw (Fortunato et al. 2017, §4). */
export interface WasmSharpening {
  /** Call before the samples of a step. */
  readonly begin: () => void;
  /** Replaces the draw by the minibatch's weights, using gradientWeights at the draw. Returns their KL in nats. */
  readonly sharpen: (step: number, sample: number) => number;
  /** Adds to the gradient by the gains, using the likelihood's gradientWeights at the minibatch's weights. */
  readonly addGains: () => void;
  /** Writes the gradient by the gains to its part of `gradient`. Returns its sum of squares. */
  readonly gather: () => number;
}

/** null where the posterior is not sharpened. parameters: float64 [mu (P) | rho (P) | log noise (1) | gains (P)]. */
export function createSharpening(
  { kernels, memory, vectors, problem }: KernelContext,
  parameters: Address,
): WasmSharpening | null {
  const { plan, experiment, sharpening: sigma } = problem;
  if (sigma === null) return null;
  const { klWeight, samples } = experiment.inference;
  const count = plan.parameterCount;
  const gains = parameters + 8 * (2 * count + 1);
  const epsilon = memory.floats(count);
  const slope = memory.floats(count);
  const gradientGains = memory.floats(count);
  const { weights, gradientWeights, gradient } = vectors;
  return {
    begin: () => kernels.clear(gradientGains, count),
    sharpen: (step, sample) => {
      kernels.fillNormal(epsilon, count, 0, experiment.seed, streams.sharpening, step, sample);
      const squares = kernels.sharpen(weights, gains, gradientWeights, epsilon, slope, sigma, count);
      return 0.5 * sigma * sigma * squares;
    },
    addGains: () =>
      kernels.addGains(gains, slope, gradientWeights, gradientGains, sigma, klWeight / samples, count),
    gather: () => kernels.appendGradient(gradientGains, gradient + 4 * (2 * count + 1), count),
  };
}
