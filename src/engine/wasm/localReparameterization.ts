import { streams } from '../../math/random.ts';
import type { Bench } from './bench.ts';
import { createWeights, denseBackward, denseForward, transposeKernels } from './dense.ts';
import type { CreateEstimator } from './estimator.ts';
import type { Call } from './stage.ts';

/**
 * Each example's pre-activations are drawn instead of the weights (Kingma et al. 2015, eq. 6): with a = inputs,
 * b ~ N(aM + m, a²Σ + s²) and b = mean + √variance ∘ ζ. The gradient of the variance, δζ/(2√variance), flows to σ² of
 * every weight and, through a², to the inputs. Of a convolution, every place draws for itself.
 */
export const localReparameterization: CreateEstimator = (bench, network) => {
  const { kernels, memory, vectors, problem, tileRows } = bench;
  const { plan, experiment } = problem;
  const count = plan.parameterCount;
  const means = createWeights(bench, vectors.mu);
  const variances = createWeights(bench);
  const gradientVariances = memory.floats(count);
  const buffers = network.calls.map((call) => createNoise(bench, call));
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
      transposeKernels(bench, means);
      transposeKernels(bench, variances);
    },
    addSample: ({ step, sample, tiles, cost }) => {
      for (const tile of tiles) {
        network.forward(tile, ({ id, map, layer, repeats, outputs }, inputs, rows) => {
          const { squares, noiseSlopes } = buffers[id]!;
          const size = rows * layer.fanOut;
          const block = (tile.first * repeats * layer.fanOut) / 4;
          kernels.multiply(inputs, inputs, squares, rows * layer.fanIn);
          denseForward(bench, layer, means.flat, inputs, rows, outputs);
          denseForward(bench, layer, variances.flat, squares, rows, variance);
          kernels.fillNormal(zeta, size, block, experiment.seed, streams.activations + map, step, sample);
          kernels.addNoise(outputs, variance, zeta, noiseSlopes, size);
        });
        cost(tile);
        network.backward(tile, ({ id, layer, delta }, inputs, rows, inputDelta) => {
          const { squares, noiseSlopes } = buffers[id]!;
          const given = inputDelta === null ? null : squareDelta;
          kernels.multiply(delta, noiseSlopes, varianceDelta, rows * layer.fanOut);
          denseBackward(bench, layer, means, inputs, rows, delta, vectors.gradientMu, inputDelta);
          denseBackward(bench, layer, variances, squares, rows, varianceDelta, gradientVariances, given);
          if (inputDelta !== null) kernels.addProduct(inputs, squareDelta, 2, inputDelta, rows * layer.fanIn);
        });
      }
    },
    end: () => kernels.addProduct(vectors.sigma, gradientVariances, 2, vectors.gradientSigma, count),
  };
};

/** Of each call a² [rows, fanIn] and d b / d variance [rows, fanOut]. */
function createNoise({ memory, tileRows }: Bench, { layer, repeats }: Call) {
  return {
    squares: memory.floats(tileRows * repeats * layer.fanIn),
    noiseSlopes: memory.floats(tileRows * repeats * layer.fanOut),
  };
}
