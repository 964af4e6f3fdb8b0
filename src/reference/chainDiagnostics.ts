import type { ChainDiagnostics } from '../experiment/chains.ts';
import type { TrainingState } from '../experiment/engine.ts';
import type { Problem } from '../experiment/problem.ts';
import { bulkEffectiveSampleSize, type Chains, splitRHat } from '../math/chains.ts';
import { activations, networkOutputs } from '../networks/index.ts';
import { chainDimension, WARMUP } from './methods/hamiltonian.ts';

/** Kept draws of a chain that are looked at. */
const MOST_DRAWS = 400;
/** Draws of a chain below which nothing can be said. */
const FEWEST_DRAWS = 20;
/** Training inputs at which predictions are compared. */
const PLACES = 8;

/**
 * Whether the chains of a state agree: on what the network predicts and on log p(w, D), not on single weights, which
 * hidden units may trade with each other without any difference to a prediction.
 */
export function chainDiagnostics(problem: Problem, state: TrainingState): ChainDiagnostics | null {
  const { chains } = state;
  if (!chains) return null;
  const quantities = chains.kept >= FEWEST_DRAWS ? comparedQuantities(problem, state) : [];
  const { tuning, kept, divergences } = chains;
  return {
    chains: tuning.length,
    draws: kept,
    warmupLeft: Math.max(0, WARMUP - state.step),
    rHat: quantities.length > 0 ? Math.max(...quantities.map(splitRHat)) : null,
    effectiveSampleSize: quantities.length > 0 ? Math.min(...quantities.map(bulkEffectiveSampleSize)) : null,
    acceptance: tuning.reduce((sum, { acceptance }) => sum + acceptance, 0) / tuning.length,
    divergences,
  };
}

/** log p(w, D), and every output of the network at a few training inputs, as chains of numbers. */
function comparedQuantities(problem: Problem, { chains }: TrainingState): readonly Chains[] {
  const { draws, logDensities, kept } = chains!;
  const thinning = Math.ceil(kept / MOST_DRAWS);
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
