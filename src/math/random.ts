import { philox } from './philox.ts';

/** A source of uniform numbers in (0, 1). */
export type Random = () => number;

/**
 * Random streams by purpose. Streams of one seed are independent. Part of the meaning of every link: never renumber.
 */
export const streams = {
  weights: 0,
  data: 1,
  initialization: 2,
  shuffle: 3,
  prediction: 4,
  priorPredictive: 5,
  evaluation: 6,
  /** Test points of a generated data set. */
  heldOut: 7,
  /** Choice of held-out rows. */
  split: 8,
  /** Noise of forecast paths. */
  forecast: 9,
  /** Weights of every minibatch around their draw (posterior sharpening). */
  sharpening: 10,
  /** Subsampling of imported images. */
  images: 11,
  /** Subsampling of the rows of imported tables. */
  tableRows: 12,
  /** Activations of layer l (local reparameterisation): `activations + l`. */
  activations: 16,
  /** Signs of Flipout: `signs + layer`. */
  signs: 32,
  /** Dropout masks by hidden layer, in training and in prediction. */
  masks: 48,
  predictionMasks: 56,
  /** Chains of Hamiltonian Monte Carlo: `chains + chain`. */
  chains: 64,
  /** Initial weights of ensemble members: `members + member`. */
  members: 128,
  /** Bandit: rule, mushrooms, effects of poison, and exploration by agent. */
  banditRule: 200,
  banditMushrooms: 201,
  banditPoison: 202,
  banditExploration: 208,
} as const;

const WORD_TO_UNIT = 2 ** -24;

/** A seeded uniform generator on (0, 1) with 24 bits per number, determined by seed, stream and step. */
export function createRandom(seed: number, stream: number, step = 0): Random {
  const words = new Uint32Array(4);
  let position = 0;
  return () => {
    if (position % 4 === 0) philox(words, position / 4, 0, step, stream, seed, 0);
    const word = words[position % 4] as number;
    position++;
    return ((word >>> 8) + 0.5) * WORD_TO_UNIT;
  };
}

/** Uniform on (low, high). */
export function uniform(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** Standard normal by the Box–Muller transform; consumes two uniforms. */
export function standardNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/**
 * Fills `out` with standard normal noise ε for one Monte Carlo sample of one step. Element i is a function of (seed,
 * stream, step, sample, i): words 0 and 1 of block ⌊i/4⌋ give the radii, words 2 and 3 the angles of two Box–Muller
 * pairs. out: any length.
 */
export function fillNormal(
  out: Float64Array | Float32Array,
  seed: number,
  stream: number,
  step: number,
  sample: number,
): void {
  const words = new Uint32Array(4);
  for (let block = 0; block * 4 < out.length; block++) {
    philox(words, block, sample, step, stream, seed, 0);
    for (let pair = 0; pair < 2; pair++) {
      const radius = Math.sqrt(
        -2 * Math.log(((words[pair] as number) >>> 8) * WORD_TO_UNIT + 0.5 * WORD_TO_UNIT),
      );
      const angle = 2 * Math.PI * ((words[pair + 2] as number) >>> 8) * WORD_TO_UNIT;
      const index = block * 4 + pair * 2;
      if (index < out.length) out[index] = radius * Math.cos(angle);
      if (index + 1 < out.length) out[index + 1] = radius * Math.sin(angle);
    }
  }
}

/**
 * Fills `out` with independent signs ±1 for one Monte Carlo sample of one step. Element i is bit i mod 32 of word
 * ⌊i/32⌋ mod 4 of block ⌊i/128⌋, a function of (seed, stream, step, sample, i).
 */
export function fillSigns(
  out: Float64Array | Float32Array,
  seed: number,
  stream: number,
  step: number,
  sample: number,
): void {
  const words = new Uint32Array(4);
  for (let i = 0; i < out.length; i++) {
    if (i % 128 === 0) philox(words, i / 128, sample, step, stream, seed, 0);
    out[i] = ((words[(i >>> 5) & 3] as number) >>> (i & 31)) & 1 ? 1 : -1;
  }
}

/**
 * Fills `out` with uniform numbers on (0, 1) for one Monte Carlo sample of one step. Element i is word i mod 4 of
 * block ⌊i/4⌋.
 */
export function fillUniform(
  out: Float64Array | Float32Array,
  seed: number,
  stream: number,
  step: number,
  sample: number,
): void {
  const words = new Uint32Array(4);
  for (let i = 0; i < out.length; i++) {
    if (i % 4 === 0) philox(words, i / 4, sample, step, stream, seed, 0);
    out[i] = (((words[i % 4] as number) >>> 8) + 0.5) * WORD_TO_UNIT;
  }
}

/** Random permutation of 0 … length − 1 (Fisher–Yates). */
export function permutation(random: Random, length: number): Int32Array {
  const order = Int32Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] as number;
    order[last] = order[other] as number;
    order[other] = held;
  }
  return order;
}
