import { freeEnergyGradientWasm } from '../../src/engine/wasm/index.ts';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { freeEnergyGradient } from '../../src/reference/index.ts';
import { largestError } from './perturbed.ts';

export { largestError, perturbedProblem } from './perturbed.ts';

/** Largest errors of the costs and the gradient of one step, wasm against the reference. */
export async function objectiveErrors(problem: Problem, parameters: Float64Array, step: number) {
  const expected = freeEnergyGradient(problem, parameters, step);
  const found = await freeEnergyGradientWasm(problem, parameters, step);
  const costsOf = ({ costs }: typeof expected) =>
    [costs.complexityCost, costs.likelihoodCost, costs.sharpeningCost ?? 0] as const;
  const costs = costsOf(expected).map(
    (cost, i) => Math.abs(costsOf(found)[i]! - cost) / (1 + Math.abs(cost)),
  );
  // Gains have another unit than μ and ρ: each part is compared relative to its own size.
  const gains = 2 * problem.plan.parameterCount + 1;
  const parts = [[0, gains] as const, [gains, parameters.length] as const].map(([from, to]) =>
    largestError(expected.gradient.subarray(from, to), found.gradient.subarray(from, to)),
  );
  return { costs: Math.max(...costs), gradient: Math.max(...parts) };
}
