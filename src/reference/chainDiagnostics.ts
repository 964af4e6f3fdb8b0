import type { ChainDiagnostics, ChainsState } from '../experiment/engine/chains.ts';
import type { TrainingState } from '../experiment/engine/engine.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { bulkEffectiveSampleSize, type Chains, splitRHat } from '../math/mcmcDiagnostics.ts';
import { activations, networkOutputs } from '../model/networks/index.ts';
import { chainDimension, WARMUP } from './methods/hamiltonian.ts';

/** Limit on the draws of a chain that are compared; more are thinned. */
const MAX_DRAWS = 400;
/** Draws of a chain below which there are no diagnostics. */
const MIN_DRAWS = 20;
/** Number of training inputs at which predictions are compared. */
const PLACES = 8;

/** Diagnostics of the first `draws` kept draws of each chain. */
interface Agreement {
  readonly draws: number;
  readonly thinning: number;
  readonly rHat: number;
  readonly effectiveSampleSize: number;
}

/**
 * Diagnoses the chains of a state by the network's predictions and log p(w, D). Single weights are not compared: permuting
 * hidden units changes them without changing any prediction. Costs as much as a picture, so it is repeated only when the
 * number of draws has grown by a tenth; the result depends on the state alone.
 */
export function createDiagnosis(problem: Problem): (state: TrainingState) => ChainDiagnostics | null {
  let last: Agreement | null = null;
  return (state) => {
    const { chains } = state;
    if (!chains) return null;
    const { tuning, kept, thinning, divergences } = chains;
    const draws = scheduledDraws(kept);
    if (draws === 0) last = null;
    else if (last?.draws !== draws || last.thinning !== thinning)
      last = { draws, thinning, ...agreement(problem, chains, draws) };
    return {
      chains: tuning.length,
      draws: kept,
      warmupLeft: Math.max(0, WARMUP - state.step),
      rHat: last?.rHat ?? null,
      effectiveSampleSize: last?.effectiveSampleSize ?? null,
      acceptance: tuning.reduce((sum, { acceptance }) => sum + acceptance, 0) / tuning.length,
      divergences,
    };
  };
}

/** The largest of 20, 22, 25 … (each a tenth more, rounded up) that is at most `kept`; 0 below 20. */
function scheduledDraws(kept: number): number {
  let draws = kept >= MIN_DRAWS ? MIN_DRAWS : 0;
  while (draws > 0 && draws < kept) {
    const next = Math.ceil(1.1 * draws);
    if (next > kept) break;
    draws = next;
  }
  return draws;
}

function agreement(problem: Problem, chains: ChainsState, draws: number) {
  const quantities = comparedQuantities(problem, chains, draws);
  return {
    rHat: Math.max(...quantities.map(splitRHat)),
    effectiveSampleSize: Math.min(...quantities.map(bulkEffectiveSampleSize)),
  };
}

/** log p(w, D) and each output of the network at a few training inputs, as chains of numbers. */
function comparedQuantities(
  problem: Problem,
  { draws, logDensities }: ChainsState,
  kept: number,
): readonly Chains[] {
  const thinning = Math.ceil(kept / MAX_DRAWS);
  const indices = Array.from(
    { length: Math.floor(kept / thinning) },
    (_, i) => i * thinning + (kept % thinning),
  );
  const inputs = comparedInputs(problem);
  const outputs = draws.map((chain) => indices.map((index) => outputsAt(problem, chain, index, inputs)));
  const places = outputs[0]![0]!.length;
  const ofPlaces = Array.from({ length: places }, (_, place) =>
    outputs.map((chain) => Float64Array.from(chain, (values) => values[place]!)),
  );
  return [logDensities.map((values) => Float64Array.from(indices, (index) => values[index]!)), ...ofPlaces];
}

/** Evenly spaced rows of the training inputs; the origin where there are none. */
function comparedInputs({ inputs, inputCount, n }: Problem): Float64Array {
  if (n === 0) return new Float64Array(inputCount);
  const count = Math.min(PLACES, n);
  const chosen = new Float64Array(count * inputCount);
  for (let place = 0; place < count; place++) {
    const row = Math.floor((place * n) / count);
    chosen.set(inputs.subarray(row * inputCount, (row + 1) * inputCount), place * inputCount);
  }
  return chosen;
}

function outputsAt(problem: Problem, chain: Float64Array, index: number, inputs: Float64Array): Float64Array {
  const { plan, experiment } = problem;
  const start = index * chainDimension(problem);
  const weights = chain.subarray(start, start + plan.parameterCount);
  return networkOutputs(plan, activations[experiment.network.activation], weights, inputs);
}
