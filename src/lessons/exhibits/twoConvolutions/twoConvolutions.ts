import { fillNormal, streams } from '../../../math/random.ts';
import { type ConvolutionOp, patchPlaces } from '../../../model/networks/index.ts';
import { niceCeiling } from '../../../plots/frame/stableRange.ts';

/** A filter with Gaussian weights: means and standard deviations, row by row, [size · size]. */
export interface UncertainFilter {
  readonly mu: readonly number[];
  readonly sigma: readonly number[];
}

/** Features to detect, as means of a 3 × 3 kernel. */
export const filterMeans = {
  upright: [-1, 2, -1, -1, 2, -1, -1, 2, -1].map((w) => w / 3),
  level: [-1, -1, -1, 2, 2, 2, -1, -1, -1].map((w) => w / 3),
  spot: [-1, -1, -1, -1, 8, -1, -1, -1, -1].map((w) => w / 6),
} as const satisfies Record<string, readonly number[]>;
export type FilterKind = keyof typeof filterMeans;

/** Mean and standard deviation of the filter's output at every position of an image. */
export interface Responses {
  readonly mean: Float64Array;
  readonly sigma: Float64Array;
}

/** End of the colour scale of outputs: every mean is at least one standard deviation below it. Independent of any draw. */
export function outputScale({ mean, sigma }: Responses): number {
  return niceCeiling(Math.max(...mean.map((m, at) => Math.abs(m) + sigma[at]!)));
}

function stageOf(side: number, fanIn: number): ConvolutionOp {
  const kernelSize = Math.round(Math.sqrt(fanIn));
  return { kind: 'convolution', map: 0, height: side, width: side, channels: 1, kernelSize, filters: 1 };
}

/** a ∗ kernel with zeros around the image; image: [side · side], kernel: [size · size]. Returns [side · side]. */
export function convolved(image: ArrayLike<number>, kernel: ArrayLike<number>, side: number): Float64Array {
  const fanIn = kernel.length;
  const places = patchPlaces(stageOf(side, fanIn));
  return Float64Array.from({ length: side * side }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < fanIn; k++) {
      const place = places[at * fanIn + k]!;
      if (place >= 0) sum += image[place]! * kernel[k]!;
    }
    return sum;
  });
}

/** Two convolutions: the mean a ∗ μ, and the variance a² ∗ σ² (Shridhar et al. 2018; Kingma et al. 2015, eq. 6). */
export function responsesOf(image: readonly number[], filter: UncertainFilter, side: number): Responses {
  const squares = image.map((a) => a * a);
  const variances = filter.sigma.map((s) => s * s);
  return {
    mean: convolved(image, filter.mu, side),
    sigma: convolved(squares, variances, side).map(Math.sqrt),
  };
}

/** One draw of the filter, w = μ + σ ∘ ε, shared by all positions of the image. */
export function weightDraw(
  image: readonly number[],
  { mu, sigma }: UncertainFilter,
  side: number,
  seed: number,
  draw: number,
): Float64Array {
  const epsilon = new Float64Array(mu.length);
  fillNormal(epsilon, seed, streams.weights, 0, draw);
  return convolved(
    image,
    mu.map((m, i) => m + sigma[i]! * epsilon[i]!),
    side,
  );
}

/** One draw of the outputs, mean + sigma ∘ ζ, with independent noise at every position (local reparameterisation). */
export function activationDraw({ mean, sigma }: Responses, seed: number, draw: number): Float64Array {
  const zeta = new Float64Array(mean.length);
  fillNormal(zeta, seed, streams.activations, 0, draw);
  return mean.map((m, at) => m + sigma[at]! * zeta[at]!);
}

/**
 * Correlation of the outputs at two positions under draws of the filter: Σ a_k a′_k σ²_k / (s s′), with a and a′ the
 * patches at the positions; null where an output has zero variance. Under local reparameterisation it is 0.
 */
export function sharedNoise(
  image: readonly number[],
  filter: UncertainFilter,
  side: number,
  [here, there]: readonly [number, number],
): number | null {
  const fanIn = filter.mu.length;
  const places = patchPlaces(stageOf(side, fanIn));
  const patch = (at: number, k: number) => {
    const place = places[at * fanIn + k]!;
    return place < 0 ? 0 : image[place]!;
  };
  let [both, ofHere, ofThere] = [0, 0, 0];
  for (let k = 0; k < fanIn; k++) {
    const variance = filter.sigma[k]! ** 2;
    const [a, b] = [patch(here, k), patch(there, k)];
    both += a * b * variance;
    ofHere += a * a * variance;
    ofThere += b * b * variance;
  }
  return ofHere > 0 && ofThere > 0 ? both / Math.sqrt(ofHere * ofThere) : null;
}
