import type { TrainingPace } from '../worker/trainingPace.ts';
import type { PlaygroundState } from './state.ts';

/**
 * The pace of a run that trains without end. Where less motion is wanted nobody watches the ramp, whose moments the
 * timeline keeps: a quick one does.
 */
export function runPace(
  { experiment, reducedMotion }: Pick<PlaygroundState, 'experiment' | 'reducedMotion'>,
  ramp: 'normal' | 'quick' = 'normal',
): TrainingPace {
  const { speed } = experiment.view;
  if (speed !== 'normal') return speed;
  return reducedMotion ? 'quick' : ramp;
}
