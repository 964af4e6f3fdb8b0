import { rowLength } from '../../experiment/engine/state.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import type { Address, Kernels } from './kernels.ts';
import type { Memory } from './memory.ts';

/**
 * Rows of the data in a tile: few enough for their activations to stay in the cache, and a multiple of 4, so that the noise
 * of each tile starts at a block of random numbers. Fewer for images, which have many places each.
 */
const TILE = { rows: 128, images: 16 } as const;

/** The problem, kernels and vectors that all parts of the engine share. */
export interface KernelContext {
  readonly problem: Problem;
  readonly kernels: Kernels;
  readonly memory: Memory;
  readonly vectors: Vectors;
  /** Largest number of rows in a tile. */
  readonly tileRows: number;
}

/** Addresses of float32 vectors, [P] unless noted. */
export interface Vectors {
  readonly mu: Address;
  readonly sigma: Address;
  /** dσ/dρ. */
  readonly sigmaSlope: Address;
  /** 1/c of the prior's scale c of each weight. */
  readonly inverseScales: Address;
  /** The current draw: ε and w = μ + σ ∘ ε. */
  readonly epsilon: Address;
  readonly weights: Address;
  /** The gradient of the objective by the drawn weights. */
  readonly gradientWeights: Address;
  /** The gradient of the objective by μ and σ. */
  readonly gradientMu: Address;
  readonly gradientSigma: Address;
  /** The gradient in the order of a state: [by μ | by ρ | by log noise | by the gains, where the posterior is sharpened]. */
  readonly gradient: Address;
  /** Zeros for the widest layer. */
  readonly zeros: Address;
  /** Working memory of the products: all rows of the widest map. */
  readonly panels: Address;
}

/** Rows of a tile for a problem. */
export function tileRowsOf({ plan }: Problem): number {
  return plan.ops.some(({ kind }) => kind === 'convolution') ? TILE.images : TILE.rows;
}

/** Largest number of inputs or outputs of a linear map for one row of the data. */
function widestCall({ plan }: Problem): number {
  return plan.ops.reduce((most, op) => {
    const repeats = op.kind === 'convolution' ? op.height * op.width : 1;
    const maps = op.kind === 'recurrent' ? op.maps : [op.map];
    const widths = maps.map((map) => Math.max(plan.layers[map]!.fanIn, plan.layers[map]!.fanOut));
    return Math.max(most, repeats * Math.max(...widths));
  }, 0);
}

/** Allocates the vectors of a problem. */
export function createVectors(problem: Problem, memory: Memory): Vectors {
  const { plan, priorScale } = problem;
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
    gradient: memory.floats(rowLength(problem)),
    zeros: memory.floats(widest),
    panels: memory.floats((tileRowsOf(problem) + 3) * widestCall(problem)),
  };
  memory.floatView(vectors.inverseScales, plan.parameterCount).set(priorScale.map((scale) => 1 / scale));
  return vectors;
}
