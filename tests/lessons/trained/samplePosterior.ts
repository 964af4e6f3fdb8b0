import type { ChainsState } from '../../../src/experiment/engine/chains.ts';
import { initialState } from '../../../src/experiment/engine/state.ts';
import { curveGrid } from '../../../src/experiment/pictures/observeCurve.ts';
import type { Problem } from '../../../src/experiment/problem/problem.ts';
import {
  outputsOfDraws,
  type PosteriorDraws,
  problemOfLink,
} from '../../../src/lessons/trained/posteriorDraws.ts';
import { bulkEffectiveSampleSize, type Chains, splitRHat } from '../../../src/math/mcmcDiagnostics.ts';
import { createReferenceEngine } from '../../../src/reference/index.ts';

/** All draws of chains after warm-up. */
export async function runChains(problem: Problem, transitions: number): Promise<ChainsState> {
  const engine = createReferenceEngine(problem, initialState(problem));
  for (let taken = 0; taken < transitions; ) taken += await engine.train(transitions - taken, 1e9);
  const { chains } = await engine.state();
  if (!chains?.kept) throw new Error('no draws: too few transitions, or a method without chains');
  return chains;
}

/** The function at every plotted input, standardised, and log p(w, D): each as one sequence for every chain. */
export function comparedQuantities(
  problem: Problem,
  { draws, logDensities }: ChainsState,
): readonly Chains[] {
  const x = curveGrid(problem.xDomain);
  const outputs = draws.map((chain) => outputsOfDraws(problem, chain, x));
  const atInput = (place: number) =>
    outputs.map((chain) =>
      Float64Array.from({ length: chain.length / x.length }, (_, i) => chain[i * x.length + place]!),
    );
  return [logDensities, ...Array.from(x.keys(), atInput)];
}

/** Draws an exact posterior by Hamiltonian Monte Carlo and keeps `kept` evenly spaced draws of each chain. */
export async function samplePosterior(
  link: string,
  transitions: number,
  kept: number,
): Promise<PosteriorDraws> {
  const problem = problemOfLink(link);
  const { parameterCount } = problem.plan;
  const chains = await runChains(problem, transitions);
  const count = chains.draws.length;
  const weights = new Float64Array(count * kept * parameterCount);
  const logDensities = new Float64Array(count * kept);
  for (let row = 0; row < count * kept; row++) {
    const [chain, turn] = [row % count, Math.floor(row / count)];
    const index = Math.floor(((turn + 0.5) * chains.kept) / kept);
    const position = chains.draws[chain]!.subarray(index * parameterCount, (index + 1) * parameterCount);
    weights.set(position, row * parameterCount);
    logDensities[row] = chains.logDensities[chain]![index]!;
  }
  const quantities = comparedQuantities(problem, chains);
  return {
    link,
    chains: count,
    transitions,
    divergences: chains.divergences,
    rHat: Math.max(...quantities.map(splitRHat)),
    effectiveSampleSize: Math.min(...quantities.map(bulkEffectiveSampleSize)),
    weights,
    logDensities,
  };
}
