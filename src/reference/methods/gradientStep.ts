import { NonFiniteStep, type TrainingState } from '../../experiment/engine/engine.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import type { ObjectiveGradient } from '../freeEnergy.ts';
import { optimizerStep } from '../optimizer.ts';

/** An objective and its gradient at a state: [mu | rho | log noise] of every row. */
export type Objective = (problem: Problem, parameters: Float64Array, step: number) => ObjectiveGradient;

/** A step of the experiment's optimiser on an objective. Throws NonFiniteStep and leaves `state` unchanged. */
export function gradientStep(objective: Objective) {
  return (problem: Problem, state: TrainingState): TrainingState => {
    const { costs, gradient } = objective(problem, state.parameters, state.step);
    if (!Number.isFinite(costs.complexityCost)) throw new NonFiniteStep(state.step, 'complexityCost');
    if (!Number.isFinite(costs.likelihoodCost) || !gradient.every(Number.isFinite))
      throw new NonFiniteStep(state.step, 'likelihoodCost');
    return optimizerStep(problem, state, gradient);
  };
}
