import {
  type ActivationKind,
  type ConvolutionOp,
  patchPlaces,
  pooledSize,
} from '../../model/networks/index.ts';
import { activationKernel } from './activations.ts';
import type { KernelContext } from './kernelContext.ts';
import type { CreateCall, KernelOp } from './kernelOp.ts';

/** A convolution as a matrix product with the patches of all places, its activation, and 2 × 2 max pooling. */
export function createConvolution(
  { kernels, memory, tileRows }: KernelContext,
  plan: ConvolutionOp,
  activation: ActivationKind,
  createCall: CreateCall,
): KernelOp {
  const { height, width, channels, filters } = plan;
  const places = height * width;
  const imageSize = places * channels;
  const call = createCall(plan.map, places);
  const { fanIn } = call.layer;
  const [pooledHeight, pooledWidth] = pooledSize(plan);
  const pooled = pooledHeight * pooledWidth * filters;
  const floats = (each: number) => memory.floats(tileRows * each);
  const patches = floats(places * fanIn);
  const patchDelta = floats(places * fanIn);
  const slopes = floats(places * filters);
  const outputs = floats(pooled);
  const delta = floats(pooled);
  const winners = floats(pooled);
  const activate = activationKernel(kernels, activation);
  const sources = patchPlaces(plan);
  const table = memory.floats(sources.length);
  memory.integerView(table, sources.length).set(sources);
  return {
    outputs,
    delta,
    forward: (inputs, rows, map) => {
      kernels.gatherPatches(inputs, table, patches, rows, imageSize, sources.length);
      map(call, patches, rows * places);
      activate(call.outputs, slopes, rows * places * filters);
      kernels.poolMaxima(call.outputs, outputs, winners, rows, height, width, filters);
    },
    backward: (_inputs, rows, inputDelta, map) => {
      kernels.clear(call.delta, rows * places * filters);
      kernels.scatterWinners(delta, winners, call.delta, rows * pooled);
      kernels.multiply(call.delta, slopes, call.delta, rows * places * filters);
      map(call, patches, rows * places, inputDelta === null ? null : patchDelta);
      if (inputDelta === null) return;
      kernels.clear(inputDelta, rows * imageSize);
      kernels.scatterPatches(patchDelta, table, inputDelta, rows, imageSize, sources.length);
    },
  };
}
