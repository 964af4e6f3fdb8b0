import { clampedLogNoise } from '../engine/state.ts';
import { likelihoodCostOf } from '../pictures/observeCosts.ts';
import type { Problem } from '../problem/problem.ts';

/** A run's costs in nats. */
interface Costs {
  readonly complexityCost: number;
  readonly likelihoodCost: number;
}

export type DivergedTerm = keyof Costs;

/** How many times the cost of outputs that are all zero a cost may be. */
const MAX_COST_RATIO = 1e6;
/** Steps for which a cost may stay beyond that. */
export const PATIENCE = 1000;

/**
 * The largest cost that makes sense, in nats: MAX_COST_RATIO times that of a network whose outputs are all zero, and one nat
 * a weight.
 */
export function largestCost(problem: Problem): number {
  const { n, outputCount, plan } = problem;
  const logNoise = Float64Array.of(clampedLogNoise(problem));
  const zero = likelihoodCostOf(problem, new Float64Array(n * outputCount), logNoise);
  return MAX_COST_RATIO * (Math.abs(zero) + plan.parameterCount);
}

/** The cost that is beyond sense; null: neither. most: of `largestCost`. */
export function senselessCost(costs: Costs, most: number): DivergedTerm | null {
  const term = costs.complexityCost > costs.likelihoodCost ? 'complexityCost' : 'likelihoodCost';
  return costs[term] > most ? term : null;
}

/**
 * Recognises a run whose costs stay finite but beyond sense: descent with steps that are too large. Call with the costs of
 * one step after another; returns the cost that has been senseless for PATIENCE steps.
 */
export function createDivergenceCheck(most: number): (step: number, costs: Costs) => DivergedTerm | null {
  let since: number | null = null;
  return (step, costs) => {
    const term = senselessCost(costs, most);
    since = term === null ? null : (since ?? step);
    return since !== null && step - since >= PATIENCE ? term : null;
  };
}
