import { multiplyAdds } from '../../model/networks/index.ts';
import type { Problem } from '../problem/problem.ts';
import type { StepCosts } from './engine.ts';
import { initialState } from './state.ts';

/** Largest relative difference of a gradient's element that passes. */
const TOLERANCE = 1e-3;
/** Smaller elements are compared with this fraction of the root mean square: after cancellation only rounding is left. */
const FLOOR = 0.1;
/** Limit on the multiply-adds of the reference's forward pass in a self-test: about 20 ms with the backward pass. */
const BUDGET = 2e6;
/** Limit on the points of a self-test: training waits for it, and faults of an engine show on a few points. */
const MAX_ROWS = 24;

/** Costs and gradient [d/dμ | d/dρ | d/d log noise] of one step's free energy, with the noise of that step. */
export type GradientOf = (
  problem: Problem,
  parameters: Float64Array,
  step: number,
) => Evaluation | Promise<Evaluation>;

interface Evaluation {
  readonly costs: StepCosts;
  readonly gradient: Float64Array;
}

/** Whether a gradient equals the reference's, element by element. Equal losses would not show a wrong gradient. */
export function gradientsAgree(reference: Float64Array, candidate: Float64Array): boolean {
  if (reference.length !== candidate.length) return false;
  const squares = reference.reduce((sum, g) => sum + g * g, 0);
  const floor = FLOOR * Math.sqrt(squares / reference.length);
  return reference.every((g, i) => Math.abs(g - candidate[i]!) <= TOLERANCE * Math.max(Math.abs(g), floor));
}

/**
 * Whether an engine's gradient at the initial state equals the reference's. Large problems are tested on their first points
 * only, within the limits above. Rejects if `candidate` rejects.
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

/** The problem restricted to its first points, in one batch. */
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
