import type { Experiment } from '../experiment/experiment.ts';
import { prepareProblem } from '../experiment/problem.ts';
import { methods } from '../methods/index.ts';

/** Milliseconds that any worker may be silent. */
const LEAST = 1000;
/** Multiply-adds a second of a slow machine. */
const SLOW = 1e8;
/** Inputs at which a snapshot is drawn, besides the points. */
const PLOTTED = 121;

/** Milliseconds a worker may go without doing a piece of work: the longest piece is a step or one draw of a snapshot. */
export function silenceAllowance(experiment: Experiment): number {
  const { plan, batchSize, n } = prepareProblem(experiment);
  const { inference } = experiment;
  const gradients = methods[inference.method].gradientsPerStep * inference.samples;
  const step = 3 * plan.parameterCount * batchSize * gradients;
  const draw = plan.parameterCount * (PLOTTED + n);
  return LEAST + (1000 * (step + draw)) / SLOW;
}
