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
  /** 1 over the prior's scale of each weight. */
  readonly inverseScales: Address;
  /** One draw: ε, and w = μ + σ ∘ ε. */
  readonly epsilon: Address;
  readonly weights: Address;
  /** The gradient of the objective by those weights. */
  readonly gradientWeights: Address;
  /** The gradient of the objective by μ and σ. */
  readonly gradientMu: Address;
  readonly gradientSigma: Address;
  /** That of a state, [by μ | by ρ | by log noise]: [2P + 1]. */
  readonly gradient: Address;
  /** Zeros for the widest layer. */
  readonly zeros: Address;
  /** What the products use: TILE rows of the widest layer. */
  readonly panels: Address;
}

export function createVectors({ plan, priorScale }: Problem, memory: Memory): Vectors {
  const vector = () => memory.floats(plan.parameterCount);
  const widest = Math.max(...plan.layers.map(({ fanIn, fanOut }) => Math.max(fanIn, fanOut)));
  const vectors: Vectors = {
    mu: vector(),
    sigma: vector(),
    sigmaSlope: vector(),
    inverseScales: vector(),
    epsilon: vector(),
    weights: vector(),
    gradientWeights: vector(),
    gradientMu: vector(),
    gradientSigma: vector(),
    gradient: memory.floats(2 * plan.parameterCount + 1),
    zeros: memory.floats(widest),
    panels: memory.floats(TILE * widest),
  };
  memory.floatView(vectors.inverseScales, plan.parameterCount).set(priorScale.map((scale) => 1 / scale));
  return vectors;
}
