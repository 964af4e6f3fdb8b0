import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { fillNormal } from '../../math/random.ts';

/**
 * Noise of `samples` Monte Carlo samples, [samples, length], the same numbers as in every other engine.
 * The caller owns the tensor.
 */
export function noiseTensor(
  samples: number,
  length: number,
  seed: number,
  stream: number,
  step: number,
  firstSample = 0,
): Tensor {
  const values = new Float32Array(samples * length);
  for (let sample = 0; sample < samples; sample++)
    fillNormal(
      values.subarray(sample * length, (sample + 1) * length),
      seed,
      stream,
      step,
      firstSample + sample,
    );
  return tensor(values, [samples, length]);
}
