import { streams } from '../../math/random.ts';
import { createWeights, denseBackward, denseForward, transposeKernels } from './dense.ts';
import type { CreateEstimator } from './estimator.ts';
import type { KernelContext } from './kernelContext.ts';
import type { Call } from './kernelOp.ts';

/**
 * Draws each example's pre-activations instead of the weights (Kingma et al. 2015, eq. 6): with inputs a,
 * b ~ N(aM + m, a²Σ + s²) and b = mean + √variance ∘ ζ. The gradient by the variance, δζ/(2√variance), is propagated to σ²
 * of every weight and, through a², to the inputs. A convolution draws at every place independently.
 */
export const localReparameterization: CreateEstimator = (context, network) => {
  const { kernels, memory, vectors, problem, tileRows } = context;
  const { plan, experiment } = problem;
  const count = plan.parameterCount;
  const means = createWeights(context, vectors.mu);
  const variances = createWeights(context);
  const gradientVariances = memory.floats(count);
  const buffers = network.calls.map((call) => createNoise(context, call));
  const most = (of: (call: Call) => number) => tileRows * Math.max(...network.calls.map(of));
  const widest = most(({ layer, repeats }) => repeats * layer.fanOut);
  const variance = memory.floats(widest);
  const zeta = memory.floats(widest);
  const varianceDelta = memory.floats(widest);
  const squareDelta = memory.floats(most(({ layer, repeats }) => repeats * layer.fanIn));
  return {
    throughWeights: false,
    begin: () => {
      kernels.multiply(vectors.sigma, vectors.sigma, variances.flat, count);
      kernels.clear(gradientVariances, count);
      transposeKernels(context, means);
      transposeKernels(context, variances);
    },
    addSample: ({ step, sample, tiles, cost }) => {
      for (const tile of tiles) {
        network.forward(tile, ({ id, map, layer, repeats, outputs }, inputs, rows) => {
          const { squares, noiseSlopes } = buffers[id]!;
          const size = rows * layer.fanOut;
          const block = (tile.first * repeats * layer.fanOut) / 4;
          kernels.multiply(inputs, inputs, squares, rows * layer.fanIn);
          denseForward(context, layer, means.flat, inputs, rows, outputs);
          denseForward(context, layer, variances.flat, squares, rows, variance);
          kernels.fillNormal(zeta, size, block, experiment.seed, streams.activations + map, step, sample);
          kernels.addNoise(outputs, variance, zeta, noiseSlopes, size);
        });
        cost(tile);
        network.backward(tile, ({ id, layer, delta }, inputs, rows, inputDelta) => {
          const { squares, noiseSlopes } = buffers[id]!;
          const given = inputDelta === null ? null : squareDelta;
          kernels.multiply(delta, noiseSlopes, varianceDelta, rows * layer.fanOut);
          denseBackward(context, layer, means, inputs, rows, delta, vectors.gradientMu, inputDelta);
          denseBackward(context, layer, variances, squares, rows, varianceDelta, gradientVariances, given);
          if (inputDelta !== null) kernels.addProduct(inputs, squareDelta, 2, inputDelta, rows * layer.fanIn);
        });
      }
    },
    end: () => kernels.addProduct(vectors.sigma, gradientVariances, 2, vectors.gradientSigma, count),
  };
};

/** For each call: a² [rows, fanIn] and db/d(variance) [rows, fanOut]. */
function createNoise({ memory, tileRows }: KernelContext, { layer, repeats }: Call) {
  return {
    squares: memory.floats(tileRows * repeats * layer.fanIn),
    noiseSlopes: memory.floats(tileRows * repeats * layer.fanOut),
  };
}
