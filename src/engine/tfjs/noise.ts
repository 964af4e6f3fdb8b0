import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { fillNormal, fillSigns, streams } from '../../math/random.ts';
import type { DenseLayer } from '../../model/networks/index.ts';

/** Flipout's signs of one layer: s [S, n, fanIn] and r [S, n, fanOut]. */
export interface LayerSigns {
  readonly inputs: Tensor;
  readonly outputs: Tensor;
}

/**
 * Standard normal noise of `samples` Monte Carlo samples, [samples, length]; the same numbers as in every other engine.
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

/** Flipout's signs of one layer, the same as in the reference: s, then r, of each sample. The caller owns the tensors. */
export function layerSigns(
  { fanIn, fanOut }: DenseLayer,
  samples: number,
  rows: number,
  seed: number,
  layer: number,
  step: number,
): LayerSigns {
  const inputs = new Float32Array(samples * rows * fanIn);
  const outputs = new Float32Array(samples * rows * fanOut);
  const signs = new Float32Array(rows * (fanIn + fanOut));
  for (let sample = 0; sample < samples; sample++) {
    fillSigns(signs, seed, streams.signs + layer, step, sample);
    inputs.set(signs.subarray(0, rows * fanIn), sample * rows * fanIn);
    outputs.set(signs.subarray(rows * fanIn), sample * rows * fanOut);
  }
  return {
    inputs: tensor(inputs, [samples, rows, fanIn]),
    outputs: tensor(outputs, [samples, rows, fanOut]),
  };
}
