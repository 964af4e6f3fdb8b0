import { add, mul, slice, square, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import type { Problem } from '../../experiment/problem/problem.ts';
import { streams } from '../../math/random.ts';
import { noiseTensor } from './noise.ts';

/**
 * Posterior sharpening (Fortunato et al. 2017, §4). From draws φ of the posterior and the gradient g at φ (`slope`), returns
 * the minibatch's weights φ − σ₀² gain ∘ g + σ₀ ε₀, [S, P], and the mean over draws of their KL, ½ σ₀² ‖gain ∘ g‖², in nats.
 */
export function sharpenedDraws(
  { experiment, plan, sharpening }: Problem,
  parameters: Tensor,
  step: number,
  draws: Tensor,
  slope: Tensor,
): { readonly weights: Tensor; readonly sharpeningCost: Tensor } {
  const { parameterCount } = plan;
  const { samples } = experiment.inference;
  const sigma = sharpening ?? 0;
  const move = mul(slice(parameters, [2 * parameterCount + 1], [parameterCount]), slope);
  const noise = noiseTensor(samples, parameterCount, experiment.seed, streams.sharpening, step);
  return {
    weights: sub(add(draws, mul(noise, sigma)), mul(move, sigma * sigma)),
    sharpeningCost: mul(sum(square(move)), (0.5 * sigma * sigma) / samples),
  };
}
