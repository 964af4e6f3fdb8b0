import type { EstimatorKind } from '../../../model/estimators/index.ts';
import { activationNoise, flipoutSigns, weightNoise } from '../../../reference/noise.ts';

/** Seed of the exhibit. */
export const NOISE_SEED = 4;

/** Number of inputs of the unit whose weights are drawn, and of examples in the batch. */
export const WEIGHTS = 5;
export const EXAMPLES = 16;

/** The noise of a batch under one estimator. */
export interface NoiseMap {
  /**
   * Noise of each example's weights, [EXAMPLES, columns] row-major, in standard deviations; for local
   * reparameterisation one column, the noise of the unit's pre-activation.
   */
  readonly values: Float64Array;
  readonly columns: number;
}

/** The noise of step `step`, computed by the functions of the reference engine. */
export const noiseMaps: Readonly<Record<EstimatorKind, (seed: number, step: number) => NoiseMap>> = {
  'weight-sampling': (seed, step) => {
    const epsilon = weightNoise(WEIGHTS, seed, step, 0);
    const values = new Float64Array(EXAMPLES * WEIGHTS);
    for (let example = 0; example < EXAMPLES; example++) values.set(epsilon, example * WEIGHTS);
    return { values, columns: WEIGHTS };
  },
  flipout: (seed, step) => {
    const epsilon = weightNoise(WEIGHTS, seed, step, 0);
    const signs = flipoutSigns(EXAMPLES * (WEIGHTS + 1), seed, 0, step, 0);
    const [inputs, outputs] = [signs.subarray(0, EXAMPLES * WEIGHTS), signs.subarray(EXAMPLES * WEIGHTS)];
    const values = inputs.map((sign, i) => {
      const example = Math.floor(i / WEIGHTS);
      return sign * outputs[example]! * epsilon[i % WEIGHTS]!;
    });
    return { values, columns: WEIGHTS };
  },
  'local-reparameterization': (seed, step) => ({
    values: activationNoise(EXAMPLES, seed, 0, step, 0),
    columns: 1,
  }),
};

/** The mean over the examples of a batch, [columns]. */
export function batchMean({ values, columns }: NoiseMap): Float64Array {
  const mean = new Float64Array(columns);
  values.forEach((value, i) => {
    mean[i % columns]! += value / EXAMPLES;
  });
  return mean;
}

/** Number of draws from which `varianceLeft` is measured. */
export const DRAWS = 4000;

/** Variance of the batch's mean divided by that of one example's noise, measured over DRAWS steps from step 0. */
export function varianceLeft(kind: EstimatorKind, seed: number): number {
  let [ofMeans, ofExamples] = [0, 0];
  for (let step = 0; step < DRAWS; step++) {
    const map = noiseMaps[kind](seed, step);
    for (const value of batchMean(map)) ofMeans += value ** 2 / map.columns;
    for (const value of map.values) ofExamples += value ** 2 / map.values.length;
  }
  return ofMeans / ofExamples;
}
