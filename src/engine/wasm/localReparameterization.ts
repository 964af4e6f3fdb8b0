import { streams } from '../../math/random.ts';
import { type Bench, TILE } from './bench.ts';
import { createWeights, denseBackward, denseForward, transposeKernels } from './dense.ts';
import type { CreateEstimator } from './estimator.ts';
import { backward, forward, type Pass } from './passes.ts';

/**
 * Each example's pre-activations are drawn instead of the weights (Kingma et al. 2015, eq. 6): with a = inputs,
 * b ~ N(aM + m, a²Σ + s²) and b = mean + √variance ∘ ζ. The gradient of the variance, δζ/(2√variance), flows to σ² of
 * every weight and, through a², to the inputs.
 */
export const localReparameterization: CreateEstimator = (bench, passes) => {
  const { kernels, memory, vectors, problem } = bench;
  const { plan, experiment } = problem;
  const count = plan.parameterCount;
  const means = createWeights(bench, vectors.mu);
  const variances = createWeights(bench);
  const gradientVariances = memory.floats(count);
  const noisy = createNoisyPasses(bench, passes);
  const { widest } = noisy;
  const variance = memory.floats(TILE * widest);
  const zeta = memory.floats(TILE * widest);
  const varianceDelta = memory.floats(TILE * widest);
  const squareDelta = memory.floats(TILE * widest);
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
        const { rows, first } = tile;
        forward(bench, passes, tile, ({ layer, outputs }, inputs, index) => {
          const { squares, noiseSlopes } = noisy.buffers[index]!;
          const size = rows * layer.fanOut;
          const block = (first * layer.fanOut) / 4;
          kernels.multiply(inputs, inputs, squares, rows * layer.fanIn);
          denseForward(bench, layer, means.flat, inputs, rows, outputs);
          denseForward(bench, layer, variances.flat, squares, rows, variance);
          kernels.fillNormal(zeta, size, block, experiment.seed, streams.activations + index, step, sample);
          kernels.addNoise(outputs, variance, zeta, noiseSlopes, size);
        });
        cost(tile);
        backward(bench, passes, tile, ({ layer, delta }, inputs, index, inputDelta) => {
          const { squares, noiseSlopes } = noisy.buffers[index]!;
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

/** For each layer a² [rows, fanIn] and d b / d variance [rows, fanOut]; and the widest of all layers. */
function createNoisyPasses({ memory }: Bench, passes: readonly Pass[]) {
  const buffers = passes.map(({ layer }) => ({
    squares: memory.floats(TILE * layer.fanIn),
    noiseSlopes: memory.floats(TILE * layer.fanOut),
  }));
  return { buffers, widest: Math.max(...passes.map(({ layer }) => Math.max(layer.fanIn, layer.fanOut))) };
}
