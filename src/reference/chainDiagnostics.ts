import type { ChainDiagnostics, ChainsState } from '../experiment/engine/chains.ts';
import type { TrainingState } from '../experiment/engine/engine.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { bulkEffectiveSampleSize, type Chains, splitRHat } from '../math/mcmcDiagnostics.ts';
import { activations, networkOutputs } from '../model/networks/index.ts';
import { chainDimension, WARMUP } from './methods/hamiltonian.ts';

/** Kept draws of a chain that are looked at. */
const MAX_DRAWS = 400;
/** Draws of a chain below which nothing can be said. */
const MIN_DRAWS = 20;
/** Training inputs at which predictions are compared. */
const PLACES = 8;

/** Agreement of chains over their first so many kept draws. */
interface Agreement {
  readonly draws: number;
  readonly thinning: number;
  readonly rHat: number;
  readonly effectiveSampleSize: number;
}

/**
 * Whether the chains of a state agree: on what the network predicts and on log p(w, D), not on single weights, which
 * hidden units may trade with each other without any difference to a prediction. Looked at again for every tenth more of
 * draws, since it costs as much as a picture: the same state always gives the same answer.
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

/** The largest of 20, 22, 24 … (a tenth more each) that is not above kept; 0 below 20. */
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

/** log p(w, D), and every output of the network at a few training inputs, as chains of numbers. */
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

/** Evenly chosen rows of the training inputs; the origin where there are none. */
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
