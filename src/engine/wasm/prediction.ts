import { streams } from '../../math/random.ts';
import { denseForward } from './dense.ts';
import type { KernelContext } from './kernelContext.ts';
import type { Address } from './kernels.ts';
import type { WasmNetwork } from './network.ts';

/** Outputs of the network under draws of q, as Engine.outputs returns them. parameters: float64 [mu | rho | log noise]. */
export function createPrediction(context: KernelContext, network: WasmNetwork, parameters: Address) {
  const { kernels, memory, vectors, problem, tileRows } = context;
  const { plan, inputCount, outputCount, experiment } = problem;
  const count = plan.parameterCount;
  const { mu, sigma, sigmaSlope, epsilon, weights } = vectors;
  const stays = memory.floats(count);
  const tileInputs = memory.floats(tileRows * inputCount);

  const draw = (index: number, pruned: boolean): void => {
    kernels.fillNormal(epsilon, count, 0, experiment.seed, streams.prediction, 0, index);
    kernels.drawWeights(mu, sigma, epsilon, weights, count);
    if (pruned) kernels.multiply(weights, stays, weights, count);
  };

  return (inputs: Float64Array, firstDraw: number, draws: number, kept?: Uint8Array): Float64Array => {
    const rows = inputs.length / inputCount;
    const outputs = new Float64Array(draws * rows * outputCount);
    kernels.posterior(parameters, parameters + 8 * count, mu, sigma, sigmaSlope, count);
    if (kept) memory.floatView(stays, count).set(kept);
    for (let index = 0; index < draws; index++) {
      draw(firstDraw + index, kept !== undefined);
      for (let first = 0; first < rows; first += tileRows) {
        const size = Math.min(tileRows, rows - first);
        const part = inputs.subarray(first * inputCount, (first + size) * inputCount);
        memory.floatView(tileInputs, part.length).set(part);
        const tile = { first, rows: size, batchRows: rows, inputs: tileInputs };
        network.forward(tile, (call, values, mapRows) =>
          denseForward(context, call.layer, weights, values, mapRows, call.outputs),
        );
        const found = memory.floatView(network.outputs, size * outputCount);
        outputs.set(found, (index * rows + first) * outputCount);
      }
    }
    return outputs;
  };
}
