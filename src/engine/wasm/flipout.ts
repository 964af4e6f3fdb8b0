import { streams } from '../../math/random.ts';
import { createWeights, denseBackward, denseForward, transposeKernels } from './dense.ts';
import type { CreateEstimator } from './estimator.ts';
import type { KernelContext } from './kernelContext.ts';
import type { Call } from './kernelOp.ts';

/**
 * One ΔW = σ ∘ ε for the batch, which random signs turn into another draw for each example (Wen et al. 2018, eq. 3, 4):
 * b = aM + m + ((a ∘ s) ΔW + Δm) ∘ r. ΔW adds nothing to the gradient of μ: b depends on μ through aM alone.
 * An example has the same signs at every place of an image and at every time step.
 */
export const flipout: CreateEstimator = (context, network) => {
  const { kernels, memory, vectors, problem, tileRows } = context;
  const { plan, experiment } = problem;
  const { seed } = experiment;
  const count = plan.parameterCount;
  const means = createWeights(context, vectors.mu);
  const perturbations = createWeights(context);
  const gradientPerturbations = memory.floats(count);
  const signs = plan.layers.map((_, map) =>
    createSigns(context, network.calls.find((call) => call.map === map)!),
  );
  const flipped = network.calls.map((call) => createFlipped(context, call));
  const widths = network.calls.map(({ layer, repeats }) => repeats * Math.max(layer.fanIn, layer.fanOut));
  const change = memory.floats(tileRows * Math.max(...widths));
  return {
    throughWeights: false,
    begin: () => transposeKernels(context, means),
    addSample: ({ step, sample, tiles, cost }) => {
      kernels.multiply(vectors.sigma, vectors.epsilon, perturbations.flat, count);
      transposeKernels(context, perturbations);
      kernels.clear(gradientPerturbations, count);
      for (const tile of tiles) {
        network.forward(tile, ({ id, map, layer, firstOfMap, repeats, outputs }, inputs, rows) => {
          const { fanIn, fanOut } = layer;
          const { ofInputs, ofOutputs, inputSigns, outputSigns } = signs[map]!;
          const { signedInputs } = flipped[id]!;
          if (firstOfMap) {
            const stream = streams.signs + map;
            const outputStart = tile.batchRows * fanIn + tile.first * fanOut;
            kernels.fillSigns(ofInputs, tile.rows * fanIn, tile.first * fanIn, seed, stream, step, sample);
            kernels.fillSigns(ofOutputs, tile.rows * fanOut, outputStart, seed, stream, step, sample);
            if (repeats > 1) {
              kernels.repeatRows(ofInputs, fanIn, repeats, inputSigns, tile.rows);
              kernels.repeatRows(ofOutputs, fanOut, repeats, outputSigns, tile.rows);
            }
          }
          kernels.multiply(inputs, inputSigns, signedInputs, rows * fanIn);
          denseForward(context, layer, means.flat, inputs, rows, outputs);
          denseForward(context, layer, perturbations.flat, signedInputs, rows, change);
          kernels.addProduct(change, outputSigns, 1, outputs, rows * fanOut);
        });
        cost(tile);
        network.backward(tile, ({ id, map, layer, delta }, inputs, rows, inputDelta) => {
          const { inputSigns, outputSigns } = signs[map]!;
          const { signedInputs, outputDelta } = flipped[id]!;
          const given = inputDelta === null ? null : change;
          kernels.multiply(delta, outputSigns, outputDelta, rows * layer.fanOut);
          denseBackward(context, layer, means, inputs, rows, delta, vectors.gradientMu, inputDelta);
          denseBackward(
            context,
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

/** For each map: the signs s [examples, fanIn] and r [examples, fanOut], and both repeated for every row. */
function createSigns({ memory, tileRows }: KernelContext, { layer: { fanIn, fanOut }, repeats }: Call) {
  const ofInputs = memory.floats(tileRows * fanIn);
  const ofOutputs = memory.floats(tileRows * fanOut);
  if (repeats === 1) return { ofInputs, ofOutputs, inputSigns: ofInputs, outputSigns: ofOutputs };
  const rows = tileRows * repeats;
  return {
    ofInputs,
    ofOutputs,
    inputSigns: memory.floats(rows * fanIn),
    outputSigns: memory.floats(rows * fanOut),
  };
}

/** For each call: a ∘ s [rows, fanIn] and δ ∘ r [rows, fanOut]. */
function createFlipped({ memory, tileRows }: KernelContext, { layer, repeats }: Call) {
  return {
    signedInputs: memory.floats(tileRows * repeats * layer.fanIn),
    outputDelta: memory.floats(tileRows * repeats * layer.fanOut),
  };
}
