import { adam, guards, type TrainingState } from '../experiment/engine.ts';
import { clampedLogNoise, type Problem } from '../experiment/problem.ts';

/**
 * One step of Adam (Kingma & Ba 2015, algorithm 1) on [mu | rho | log noise], then the guards: a gradient longer than
 * `guards.gradientNorm` is shortened first, ρ and log noise are kept in range. Returns the next state; `gradient` is kept.
 */
export function adamStep(problem: Problem, state: TrainingState, gradient: Float64Array): TrainingState {
  const { learningRate } = problem.experiment.inference.optimizer;
  const count = problem.plan.parameterCount;
  const step = state.step + 1;
  let squares = 0;
  for (const value of gradient) squares += value * value;
  const shortening = Math.min(1, guards.gradientNorm / Math.sqrt(squares));
  const firstCorrection = 1 - adam.beta1 ** step;
  const secondCorrection = 1 - adam.beta2 ** step;
  const parameters = state.parameters.slice();
  const firstMoment = state.firstMoment.slice();
  const secondMoment = state.secondMoment.slice();
  for (let i = 0; i < parameters.length; i++) {
    const g = gradient[i]! * shortening;
    const first = adam.beta1 * firstMoment[i]! + (1 - adam.beta1) * g;
    const second = adam.beta2 * secondMoment[i]! + (1 - adam.beta2) * g * g;
    firstMoment[i] = first;
    secondMoment[i] = second;
    parameters[i]! -=
      (learningRate * (first / firstCorrection)) / (Math.sqrt(second / secondCorrection) + adam.epsilon);
  }
  for (let i = count; i < 2 * count; i++) parameters[i] = clamp(parameters[i]!, guards.rho);
  parameters[2 * count] = problem.experiment.likelihood.learn
    ? clamp(parameters[2 * count]!, guards.logNoise)
    : clampedLogNoise(problem);
  return { step, parameters, firstMoment, secondMoment };
}

function clamp(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(Math.max(value, low), high);
}
