import type { Problem } from '../../experiment/problem.ts';
import type { Address, Kernels } from './kernels.ts';
import type { Memory } from './memory.ts';

/**
 * Rows of the data that go through the network at once: few enough for their activations to stay in the cache, and a
 * multiple of 4, so that the noise of each begins at a block of the random numbers.
 */
export const TILE = 128;

/** What every part of the engine works on. */
export interface Bench {
  readonly problem: Problem;
  readonly kernels: Kernels;
  readonly memory: Memory;
  readonly vectors: Vectors;
}

/** Vectors of float32 [P], as long as the parameters of the network. */
export interface Vectors {
  readonly mu: Address;
  readonly sigma: Address;
  /** dσ/dρ. */
  readonly sigmaSlope: Address;
  /** The prior's scale of each weight. */
  readonly scales: Address;
  /** One draw: ε, and w = μ + σ ∘ ε. */
  readonly epsilon: Address;
  readonly weights: Address;
  /** −d log p(w)/dw of the draw. */
  readonly priorSlopes: Address;
  /** The gradient of the objective by μ and σ; the latter becomes that by ρ. */
  readonly gradientMu: Address;
  readonly gradientSigma: Address;
}

export function createVectors({ plan, priorScale }: Problem, memory: Memory): Vectors {
  const vector = () => memory.floats(plan.parameterCount);
  const vectors: Vectors = {
    mu: vector(),
    sigma: vector(),
    sigmaSlope: vector(),
    scales: vector(),
    epsilon: vector(),
    weights: vector(),
    priorSlopes: vector(),
    gradientMu: vector(),
    gradientSigma: vector(),
  };
  memory.floatView(vectors.scales, plan.parameterCount).set(priorScale);
  return vectors;
}
