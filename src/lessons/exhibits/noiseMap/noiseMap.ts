import type { EstimatorKind } from '../../../model/estimators/index.ts';
import { activationNoise, flipoutSigns, weightNoise } from '../../../reference/noise.ts';

/** Inputs of the one unit whose weights are drawn, and the examples of the batch. */
export const WEIGHTS = 5;
export const EXAMPLES = 5;

/** The noise that a batch sees by one estimator. */
export interface NoiseMap {
  /**
   * The noise of each example's weights, [EXAMPLES, columns] row-major, in standard deviations; by local
   * reparameterisation one column: that of the unit's sum.
   */
  readonly values: Float64Array;
  readonly columns: number;
  /** Normal numbers, and signs, that were drawn for it. */
  readonly normals: number;
  readonly signs: number;
}

/** The noise of step `step`, by the functions that the reference engine draws it with. */
export const noiseMaps: Readonly<Record<EstimatorKind, (seed: number, step: number) => NoiseMap>> = {
  'weight-sampling': (seed, step) => {
    const epsilon = weightNoise(WEIGHTS, seed, step, 0);
    const values = new Float64Array(EXAMPLES * WEIGHTS);
    for (let example = 0; example < EXAMPLES; example++) values.set(epsilon, example * WEIGHTS);
    return { values, columns: WEIGHTS, normals: WEIGHTS, signs: 0 };
  },
  flipout: (seed, step) => {
    const epsilon = weightNoise(WEIGHTS, seed, step, 0);
    const signs = flipoutSigns(EXAMPLES * (WEIGHTS + 1), seed, 0, step, 0);
    const [inputs, outputs] = [signs.subarray(0, EXAMPLES * WEIGHTS), signs.subarray(EXAMPLES * WEIGHTS)];
    const values = inputs.map((sign, i) => {
      const example = Math.floor(i / WEIGHTS);
      return sign * outputs[example]! * epsilon[i % WEIGHTS]!;
    });
    return { values, columns: WEIGHTS, normals: WEIGHTS, signs: signs.length };
  },
  'local-reparameterization': (seed, step) => ({
    values: activationNoise(EXAMPLES, seed, 0, step, 0),
    columns: 1,
    normals: EXAMPLES,
    signs: 0,
  }),
};
