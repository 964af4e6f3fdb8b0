import { likelihoods } from '../../model/likelihoods/index.ts';
import type { KernelContext } from './kernelContext.ts';
import type { Tile } from './kernelOp.ts';
import type { WasmNetwork } from './network.ts';

/** −log p(batch | outputs) of a step in nats, summed over the samples so far, and its derivative by log noise. */
export interface LikelihoodTotals {
  cost: number;
  logNoise: number;
}

/**
 * Returns a function that adds the cost of a tile at the network's outputs, times `factor`, and writes its derivative to the
 * network's delta. Uses the registry's function in float64, which takes little time compared with the network.
 */
export function createLikelihoodCost({ problem, memory, tileRows }: KernelContext, network: WasmNetwork) {
  const { outputCount, experiment, batchSize } = problem;
  const { cost } = likelihoods[experiment.likelihood.kind];
  const size = Math.min(tileRows, batchSize) * outputCount;
  const outputs = new Float64Array(size);
  const given = memory.lastingFloats(network.outputs, size);
  const deltas = memory.lastingFloats(network.delta, size);
  const slope = new Float64Array(outputCount + 1);
  return (
    { first, rows }: Tile,
    targets: Float64Array,
    logNoise: number,
    factor: number,
    totals: LikelihoodTotals,
  ): void => {
    outputs.set(given());
    const delta = deltas();
    let sum = 0;
    let logNoiseSum = 0;
    for (let row = 0; row < rows; row++) {
      const at = row * outputCount;
      sum += cost(targets[first + row]!, outputs, at, logNoise, slope);
      for (let k = 0; k < outputCount; k++) delta[at + k] = factor * slope[k]!;
      logNoiseSum += slope[outputCount]!;
    }
    totals.cost += factor * sum;
    totals.logNoise += factor * logNoiseSum;
  };
}
