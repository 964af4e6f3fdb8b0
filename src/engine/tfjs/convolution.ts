import { concat, maxPool, pad, reshape, slice, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import { type ConvolutionOp, pooledSize } from '../../model/networks/index.ts';
import type { TensorMaps } from './maps.ts';

/** A convolution of images [S, n, height·width·channels] as a linear map of patches, then max pooling; [S, n, pooled]. */
export function convolve(
  op: ConvolutionOp,
  activate: (a: Tensor) => Tensor,
  maps: TensorMaps,
  images: Tensor,
): Tensor {
  const { height, width, channels, kernelSize, filters } = op;
  const [samples, rows] = images.shape as [number, number, number];
  const count = samples * rows;
  const reach = Math.floor(kernelSize / 2);
  const grid = pad(reshape(images, [count, height, width, channels]), [
    [0, 0],
    [reach, reach],
    [reach, reach],
    [0, 0],
  ]);
  const shifts = Array.from({ length: kernelSize ** 2 }, (_, k) =>
    slice(grid, [0, Math.floor(k / kernelSize), k % kernelSize, 0], [count, height, width, channels]),
  );
  const places = height * width;
  const patches = reshape(concat(shifts, 3), [samples, rows * places, kernelSize ** 2 * channels]);
  const active = activate(maps(op.map, patches, places));
  const pooled = maxPool(reshape(active, [count, height, width, filters]) as Tensor4D, 2, 2, 'valid');
  const [pooledHeight, pooledWidth] = pooledSize(op);
  return reshape(pooled, [samples, rows, pooledHeight * pooledWidth * filters]);
}
