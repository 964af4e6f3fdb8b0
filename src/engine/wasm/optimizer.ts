import { guards } from '../../experiment/engine.ts';
import { clampedLogNoise } from '../../experiment/state.ts';
import { adamConstants, type OptimizerKind, rmspropConstants } from '../../optimizers/index.ts';
import type { Bench } from './bench.ts';
import type { Address, Kernels } from './kernels.ts';

/** The float64 vectors of a TrainingState, [mu (P) | rho (P) | log noise (1)] each. */
export interface StateVectors {
  readonly parameters: Address;
  readonly firstMoment: Address;
  readonly secondMoment: Address;
}

/** `count` parameters from byte `offset` of each vector on; gradient: float32 [count]; step counts from 1. */
type Turn = (
  kernels: Kernels,
  state: StateVectors,
  offset: number,
  gradient: Address,
  count: number,
  shortening: number,
  rate: number,
  step: number,
) => void;

/** Every optimiser, as src/optimizers has it. */
const wasmOptimizers = {
  adam: (kernels, state, offset, gradient, count, shortening, rate, step) => {
    const { beta1, beta2, epsilon } = adamConstants;
    kernels.adam(
      state.parameters + offset,
      state.firstMoment + offset,
      state.secondMoment + offset,
      gradient,
      count,
      shortening,
      rate,
      beta1,
      beta2,
      epsilon,
      1 - beta1 ** step,
      1 - beta2 ** step,
    );
  },
  sgd: (kernels, state, offset, gradient, count, shortening, rate) =>
    kernels.sgd(state.parameters + offset, gradient, count, shortening, rate),
  rmsprop: (kernels, state, offset, gradient, count, shortening, rate) => {
    const { decay, epsilon } = rmspropConstants;
    kernels.rmsprop(
      state.parameters + offset,
      state.secondMoment + offset,
      gradient,
      count,
      shortening,
      rate,
      decay,
      epsilon,
    );
  },
} as const satisfies Record<OptimizerKind, Turn>;

/**
 * One step of the experiment's optimiser with the guards, as optimizerStep of src/reference, in place. It takes the
 * gradient from the vectors and returns false, with the state untouched, if that is not finite. step counts from 1.
 */
export function createOptimizer({ problem, kernels, memory, vectors }: Bench, state: StateVectors) {
  const { plan, experiment } = problem;
  const { kind, learningRate } = experiment.inference.optimizer;
  const turn: Turn = wasmOptimizers[kind];
  const count = plan.parameterCount;
  const { gradientMu, gradientSigma } = vectors;
  const gradientNoise = memory.floats(1);
  const [rho, logNoise] = [8 * count, 16 * count];
  return (gradientLogNoise: number, step: number): boolean => {
    memory.floatView(gradientNoise, 1)[0] = gradientLogNoise;
    const squares =
      kernels.sumOfSquares(gradientMu, count) +
      kernels.sumOfSquares(gradientSigma, count) +
      kernels.sumOfSquares(gradientNoise, 1);
    if (!Number.isFinite(squares)) return false;
    const shortening = Math.min(1, guards.gradientNorm / Math.sqrt(squares));
    turn(kernels, state, 0, gradientMu, count, shortening, learningRate, step);
    turn(kernels, state, rho, gradientSigma, count, shortening, learningRate, step);
    turn(kernels, state, logNoise, gradientNoise, 1, shortening, learningRate, step);
    kernels.clamp(state.parameters + rho, count, ...guards.rho);
    if (experiment.likelihood.learn) kernels.clamp(state.parameters + logNoise, 1, ...guards.logNoise);
    else memory.doubleView(state.parameters + logNoise, 1)[0] = clampedLogNoise(problem);
    return true;
  };
}
