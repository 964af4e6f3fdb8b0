import { streams } from '../../math/random.ts';
import { type Bench, TILE } from './bench.ts';
import { createWeights, denseBackward, denseForward, transposeKernels } from './dense.ts';
import type { CreateEstimator } from './estimator.ts';
import { backward, forward, type Pass } from './passes.ts';

/**
 * One ΔW = σ ∘ ε for the batch, turned into another draw for each example by random signs (Wen et al. 2018, eq. 3, 4):
 * b = aM + m + ((a ∘ s) ΔW + Δm) ∘ r. ΔW enters μ's gradient nowhere: b depends on μ through aM alone.
 */
export const flipout: CreateEstimator = (bench, passes) => {
  const { kernels, memory, vectors, problem } = bench;
  const { plan, experiment } = problem;
  const { seed } = experiment;
  const count = plan.parameterCount;
  const means = createWeights(bench, vectors.mu);
  const perturbations = createWeights(bench);
  const gradientPerturbations = memory.floats(count);
  const flipped = createFlippedPasses(bench, passes);
  const widest = Math.max(...passes.map(({ layer }) => Math.max(layer.fanIn, layer.fanOut)));
  const change = memory.floats(TILE * widest);
  return {
    throughWeights: false,
    begin: () => transposeKernels(bench, means),
    addSample: ({ step, sample, tiles, cost }) => {
      kernels.multiply(vectors.sigma, vectors.epsilon, perturbations.flat, count);
      transposeKernels(bench, perturbations);
      kernels.clear(gradientPerturbations, count);
      for (const tile of tiles) {
        const { rows, first, batchRows } = tile;
        forward(bench, passes, tile, ({ layer, outputs }, inputs, index) => {
          const { signedInputs, inputSigns, outputSigns } = flipped[index]!;
          const { fanIn, fanOut } = layer;
          const stream = streams.signs + index;
          const outputStart = batchRows * fanIn + first * fanOut;
          kernels.fillSigns(inputSigns, rows * fanIn, first * fanIn, seed, stream, step, sample);
          kernels.fillSigns(outputSigns, rows * fanOut, outputStart, seed, stream, step, sample);
          kernels.multiply(inputs, inputSigns, signedInputs, rows * fanIn);
          denseForward(bench, layer, means.flat, inputs, rows, outputs);
          denseForward(bench, layer, perturbations.flat, signedInputs, rows, change);
          kernels.addProduct(change, outputSigns, 1, outputs, rows * fanOut);
        });
        cost(tile);
        backward(bench, passes, tile, ({ layer, delta }, inputs, index, inputDelta) => {
          const { signedInputs, inputSigns, outputSigns, outputDelta } = flipped[index]!;
          const given = inputDelta === null ? null : change;
          kernels.multiply(delta, outputSigns, outputDelta, rows * layer.fanOut);
          denseBackward(bench, layer, means, inputs, rows, delta, vectors.gradientMu, inputDelta);
          denseBackward(
            bench,
            layer,
            perturbations,
            signedInputs,
            rows,
            outputDelta,
            gradientPerturbations,
            given,
          );
          if (inputDelta !== null) kernels.addProduct(change, inputSigns, 1, inputDelta, rows * layer.fanIn);
        });
      }
      kernels.addProduct(gradientPerturbations, vectors.epsilon, 1, vectors.gradientSigma, count);
    },
    end: () => {},
  };
};

/** For each layer a ∘ s and s [rows, fanIn], r and δ ∘ r [rows, fanOut]. */
function createFlippedPasses({ memory }: Bench, passes: readonly Pass[]) {
  return passes.map(({ layer }) => ({
    signedInputs: memory.floats(TILE * layer.fanIn),
    inputSigns: memory.floats(TILE * layer.fanIn),
    outputSigns: memory.floats(TILE * layer.fanOut),
    outputDelta: memory.floats(TILE * layer.fanOut),
  }));
}
