import type { Activation } from './activations.ts';
import { applyActivation, backpropagateActivation } from './elementwise.ts';
import type { LinearMaps, Pass } from './linear.ts';

/**
 * A convolution with zero padding that preserves the size, an activation, and 2 × 2 max pooling (LeCun et al. 1998).
 * The convolution is a linear map of patches: kernel [size, size, channels, filters] is a kernel [fanIn, fanOut] whose
 * inputs are the neighbourhood of one position. Images are [height, width, channels].
 */
export interface ConvolutionOp {
  readonly kind: 'convolution';
  readonly map: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly kernelSize: number;
  readonly filters: number;
}

/** Height and width after pooling; an odd last row or column is dropped. */
export function pooledSize({ height, width }: ConvolutionOp): readonly [number, number] {
  return [Math.floor(height / 2), Math.floor(width / 2)];
}

/** For every element of every patch, its index in the image, or −1 outside the image: [height·width, fanIn]. */
export function patchPlaces({ height, width, channels, kernelSize }: ConvolutionOp): Int32Array {
  const places = new Int32Array(height * width * kernelSize ** 2 * channels);
  const reach = Math.floor(kernelSize / 2);
  let next = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let dy = -reach; dy <= reach; dy++)
        for (let dx = -reach; dx <= reach; dx++) {
          const inside = y + dy >= 0 && y + dy < height && x + dx >= 0 && x + dx < width;
          for (let channel = 0; channel < channels; channel++)
            places[next++] = inside ? ((y + dy) * width + x + dx) * channels + channel : -1;
        }
  return places;
}

const knownPlaces = new WeakMap<ConvolutionOp, Int32Array>();

function placesOf(op: ConvolutionOp): Int32Array {
  const places = knownPlaces.get(op) ?? patchPlaces(op);
  knownPlaces.set(op, places);
  return places;
}

/** Applies the operation to images [rows, height, width, channels]; outputs [rows, height/2, width/2, filters]. */
export function convolve(
  op: ConvolutionOp,
  activation: Activation,
  maps: LinearMaps,
  images: Float64Array,
  rows: number,
): Pass {
  const size = op.height * op.width;
  const places = placesOf(op);
  const linear = maps(op.map, gather(images, places, rows), rows * size, size);
  const active = applyActivation(linear.outputs, activation);
  const { outputs, winners } = poolMaxima(op, active, rows);
  return {
    outputs,
    backward: (delta, wantsInputs) => {
      const activeDelta = new Float64Array(active.length);
      for (let k = 0; k < delta.length; k++) activeDelta[winners[k]!]! += delta[k]!;
      const patchDelta = linear.backward(
        backpropagateActivation(activeDelta, linear.outputs, active, activation),
        wantsInputs,
      );
      return patchDelta && scatter(patchDelta, places, rows, images.length);
    },
  };
}

function gather(images: Float64Array, places: Int32Array, rows: number): Float64Array {
  const patches = new Float64Array(rows * places.length);
  const imageSize = images.length / rows;
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < places.length; k++)
      if (places[k]! >= 0) patches[row * places.length + k] = images[row * imageSize + places[k]!]!;
  return patches;
}

function scatter(patchDelta: Float64Array, places: Int32Array, rows: number, length: number): Float64Array {
  const delta = new Float64Array(length);
  const imageSize = length / rows;
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < places.length; k++)
      if (places[k]! >= 0) delta[row * imageSize + places[k]!]! += patchDelta[row * places.length + k]!;
  return delta;
}

/** The maximum of every 2 × 2 block in each channel, and its index; the first one on ties. */
function poolMaxima(
  op: ConvolutionOp,
  active: Float64Array,
  rows: number,
): { readonly outputs: Float64Array; readonly winners: Int32Array } {
  const { height, width, filters } = op;
  const [pooledHeight, pooledWidth] = pooledSize(op);
  const outputs = new Float64Array(rows * pooledHeight * pooledWidth * filters);
  const winners = new Int32Array(outputs.length);
  let next = 0;
  for (let row = 0; row < rows; row++)
    for (let y = 0; y < pooledHeight; y++)
      for (let x = 0; x < pooledWidth; x++) {
        const corner = ((row * height + 2 * y) * width + 2 * x) * filters;
        for (let filter = 0; filter < filters; filter++) {
          let best = corner + filter;
          for (const step of [1, width, width + 1]) {
            const place = corner + step * filters + filter;
            if (active[place]! > active[best]!) best = place;
          }
          outputs[next] = active[best]!;
          winners[next++] = best;
        }
      }
  return { outputs, winners };
}
