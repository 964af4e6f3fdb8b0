import { multiplyAdds } from '../../model/networks/index.ts';
import type { Problem } from '../problem/problem.ts';
import type { StepCosts } from './engine.ts';
import { initialState } from './state.ts';

/** Largest difference between two engines' gradients that passes, relative to the element. */
const TOLERANCE = 1e-3;
/** Elements smaller than this part of the root mean square are compared with it: cancellation leaves only rounding there. */
const FLOOR = 0.1;
/** Multiply-adds that the reference's forward pass of a self-test may cost: some 20 ms with the way back. */
const BUDGET = 2e6;
/** Points of a self-test: training waits for it, and what is wrong with an engine shows on a few. */
const MAX_ROWS = 24;

/** Costs and gradient [d/dμ | d/dρ | d/d log noise] of the free energy of one step, on the noise of that step. */
export type GradientOf = (
  problem: Problem,
  parameters: Float64Array,
  step: number,
) => Evaluation | Promise<Evaluation>;

interface Evaluation {
  readonly costs: StepCosts;
  readonly gradient: Float64Array;
}

/** Whether a gradient is the reference's, element by element. A loss that looks fine proves nothing. */
export function gradientsAgree(reference: Float64Array, candidate: Float64Array): boolean {
  if (reference.length !== candidate.length) return false;
  const squares = reference.reduce((sum, g) => sum + g * g, 0);
  const floor = FLOOR * Math.sqrt(squares / reference.length);
  return reference.every((g, i) => Math.abs(g - candidate[i]!) <= TOLERANCE * Math.max(Math.abs(g), floor));
}

/**
 * Whether an engine's gradient at the start of training is the reference's. Large problems are tested on their first
 * points, as many as can be afforded. Rejects if `candidate` does.
 */
export async function passesSelfTest(
  problem: Problem,
  reference: GradientOf,
  candidate: GradientOf,
): Promise<boolean> {
  const sample = firstRows(problem);
  const { parameters } = initialState(sample);
  const expected = await reference(sample, parameters.slice(), 0);
  const found = await candidate(sample, parameters.slice(), 0);
  return gradientsAgree(expected.gradient, found.gradient);
}

/** The problem with its first points only, all in one batch. */
function firstRows(problem: Problem): Problem {
  const { plan, experiment, inputCount } = problem;
  const affordable = Math.floor(BUDGET / (multiplyAdds(plan) * experiment.inference.samples));
  const n = Math.min(problem.n, MAX_ROWS, Math.max(1, affordable));
  return {
    ...problem,
    points: problem.points.slice(0, n),
    inputs: problem.inputs.slice(0, n * inputCount),
    targets: problem.targets.slice(0, n),
    n,
    batchSize: Math.max(1, n),
    batches: 1,
  };
}
