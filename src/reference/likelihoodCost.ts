import type { Batch, Problem } from '../experiment/problem/problem.ts';
import { likelihoods } from '../model/likelihoods/index.ts';

/** The inputs and targets of a minibatch. */
export interface BatchData {
  /** Standardised inputs [rows, inputCount]. */
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
  readonly rows: number;
}

/** Inputs and targets of a batch. For a full batch these are the problem's own arrays, not copies. */
export function batchData({ inputs, targets, inputCount, n, batches }: Problem, { rows }: Batch): BatchData {
  if (batches === 1) return { inputs, targets, rows: n };
  const batchInputs = new Float64Array(rows.length * inputCount);
  rows.forEach((row, i) =>
    batchInputs.set(inputs.subarray(row * inputCount, (row + 1) * inputCount), i * inputCount),
  );
  return {
    inputs: batchInputs,
    targets: Float64Array.from(rows, (row) => targets[row]!),
    rows: rows.length,
  };
}

/** −log p(batch | outputs), summed over its rows, and its derivatives. */
export interface LikelihoodCost {
  readonly cost: number;
  /** d cost / d outputs, [rows, outputCount]. */
  readonly delta: Float64Array;
  /** d cost / d log noise. */
  readonly logNoise: number;
}

/** The cost of a batch in nats and its derivatives at outputs [rows, outputCount], all multiplied by `factor`. */
export function likelihoodCost(
  { experiment, outputCount }: Problem,
  { targets, rows }: BatchData,
  outputs: Float64Array,
  logNoise: number,
  factor: number,
): LikelihoodCost {
  const likelihood = likelihoods[experiment.likelihood.kind];
  const slope = new Float64Array(outputCount + 1);
  const delta = new Float64Array(outputs.length);
  let cost = 0;
  let logNoiseSlope = 0;
  for (let row = 0; row < rows; row++) {
    const at = row * outputCount;
    cost += likelihood.cost(targets[row]!, outputs, at, logNoise, slope);
    for (let k = 0; k < outputCount; k++) delta[at + k] = factor * slope[k]!;
    logNoiseSlope += slope[outputCount]!;
  }
  return { cost: factor * cost, delta, logNoise: factor * logNoiseSlope };
}
