import type { DrawnWeights, TrainingState } from '../../experiment/engine/engine.ts';
import type { Problem } from '../../experiment/problem/problem.ts';

/** How one method trains, and draws the [S, P] weights of predictions. */
export interface MethodSteps {
  /** One step. Throws NonFiniteStep and leaves `state` unchanged. */
  readonly step: (problem: Problem, state: TrainingState) => TrainingState;
  /** The state that predictions and pictures use; for instance with σ computed from the curvature. */
  readonly view: (problem: Problem, state: TrainingState) => TrainingState;
  /** Weights of draws firstDraw … firstDraw + draws − 1, from a state that `view` returned. */
  readonly draws: (problem: Problem, state: TrainingState, firstDraw: number, draws: number) => DrawnWeights;
}

/** Returns the state unchanged: the view of methods that need no other. */
export function sameState(_problem: Problem, state: TrainingState): TrainingState {
  return state;
}
