import { guards, type TrainingState } from '../experiment/engine/engine.ts';
import { clampedLogNoise, rowLength } from '../experiment/engine/state.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { optimizers } from '../model/optimizers/index.ts';

/**
 * One step of the experiment's optimiser on every row [mu | rho | log noise | gains] with the guards: clips the norm of each
 * row's gradient to `guards.gradientNorm`, and clamps ρ, log noise and gains. Returns the next state; does not change
 * `gradient`.
 */
export function optimizerStep(problem: Problem, state: TrainingState, gradient: Float64Array): TrainingState {
  const { kind, learningRate } = problem.experiment.inference.optimizer;
  const { update: updateRule } = optimizers[kind];
  const step = state.step + 1;
  const parameters = state.parameters.slice();
  const firstMoment = state.firstMoment.slice();
  const secondMoment = state.secondMoment.slice();
  const update = { first: 0, second: 0, direction: 0 };
  const length = rowLength(problem);
  for (let start = 0; start < parameters.length; start += length) {
    const clipping = clippingFactor(gradient.subarray(start, start + length));
    for (let i = start; i < start + length; i++) {
      update.first = firstMoment[i]!;
      update.second = secondMoment[i]!;
      updateRule(update, gradient[i]! * clipping, step);
      firstMoment[i] = update.first;
      secondMoment[i] = update.second;
      parameters[i]! -= learningRate * update.direction;
    }
    guardRow(problem, parameters.subarray(start, start + length));
  }
  return { step, parameters, firstMoment, secondMoment };
}

/** The factor that clips a gradient to the largest norm allowed. */
function clippingFactor(gradient: Float64Array): number {
  let squares = 0;
  for (const value of gradient) squares += value * value;
  return Math.min(1, guards.gradientNorm / Math.sqrt(squares));
}

function guardRow(problem: Problem, row: Float64Array): void {
  const count = problem.plan.parameterCount;
  for (let i = count; i < 2 * count; i++) row[i] = clamp(row[i]!, guards.rho);
  row[2 * count] = problem.experiment.likelihood.learn
    ? clamp(row[2 * count]!, guards.logNoise)
    : clampedLogNoise(problem);
  for (let i = 2 * count + 1; i < row.length; i++) row[i] = clamp(row[i]!, guards.gain);
}

function clamp(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(Math.max(value, low), high);
}
