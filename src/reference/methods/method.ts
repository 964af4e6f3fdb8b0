import type { DrawnWeights, TrainingState } from '../../experiment/engine/engine.ts';
import type { Problem } from '../../experiment/problem/problem.ts';

/** How one method trains and fills the [S, P] weights of a prediction. Every method offers the same parts. */
export interface MethodSteps {
  /** One step. Throws NonFiniteStep, and leaves `state` as it was. */
  readonly step: (problem: Problem, state: TrainingState) => TrainingState;
  /** The state as predictions and pictures see it; for instance with a σ that is read off the curvature. */
  readonly view: (problem: Problem, state: TrainingState) => TrainingState;
  /** Weights of draws firstDraw … firstDraw + draws − 1, from a state that `view` gave. */
  readonly draws: (problem: Problem, state: TrainingState, firstDraw: number, draws: number) => DrawnWeights;
}

/** The state itself. */
export function sameState(_problem: Problem, state: TrainingState): TrainingState {
  return state;
}
