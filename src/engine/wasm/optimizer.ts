import { guards } from '../../experiment/engine/engine.ts';
import { implementationOf, type Listed } from '../../experiment/engine/engineCapabilities.ts';
import { clampedLogNoise, rowLength } from '../../experiment/engine/state.ts';
import { adamConstants, rmspropConstants } from '../../model/optimizers/index.ts';
import type { wasmCapabilities } from './capabilities.ts';
import type { KernelContext } from './kernelContext.ts';
import type { Address, Kernels } from './kernels.ts';

/** The float64 vectors of a TrainingState, [mu (P) | rho (P) | log noise (1)] each, and gains (P) where it has them. */
export interface StateVectors {
  readonly parameters: Address;
  readonly firstMoment: Address;
  readonly secondMoment: Address;
}

/** `count` parameters; gradient: float32 [count]; step counts from 1. */
type UpdateRule = (
  kernels: Kernels,
  state: StateVectors,
  gradient: Address,
  count: number,
  shortening: number,
  rate: number,
  step: number,
) => void;

/** Optimisers, as in src/model/optimizers. */
const wasmOptimizers = {
  adam: (kernels, state, gradient, count, shortening, rate, step) => {
    const { beta1, beta2, epsilon } = adamConstants;
    kernels.adam(
      state.parameters,
      state.firstMoment,
      state.secondMoment,
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
  sgd: (kernels, state, gradient, count, shortening, rate) =>
    kernels.sgd(state.parameters, gradient, count, shortening, rate),
  rmsprop: (kernels, state, gradient, count, shortening, rate) => {
    const { decay, epsilon } = rmspropConstants;
    kernels.rmsprop(state.parameters, state.secondMoment, gradient, count, shortening, rate, decay, epsilon);
  },
} as const satisfies Record<Listed<typeof wasmCapabilities, 'optimizers'>, UpdateRule>;

/**
 * One step of the experiment's optimiser with the guards, as optimizerStep of src/reference, in place. It takes the gradient
 * from its vector, given its sum of squares, and returns false, with the state untouched, if that is not finite. step counts
 * from 1.
 */
export function createOptimizer({ problem, kernels, memory, vectors }: KernelContext, state: StateVectors) {
  const { plan, experiment } = problem;
  const { kind, learningRate } = experiment.inference.optimizer;
  const update = implementationOf<UpdateRule>(wasmOptimizers, kind);
  const count = plan.parameterCount;
  const length = rowLength(problem);
  const rho = state.parameters + 8 * count;
  const logNoise = state.parameters + 16 * count;
  const fixedLogNoise = experiment.likelihood.learn ? null : clampedLogNoise(problem);
  const logNoiseOf = memory.lastingDoubles(logNoise, 1);
  return (squares: number, step: number): boolean => {
    if (!Number.isFinite(squares)) return false;
    const shortening = Math.min(1, guards.gradientNorm / Math.sqrt(squares));
    update(kernels, state, vectors.gradient, length, shortening, learningRate, step);
    kernels.clamp(rho, count, guards.rho[0], guards.rho[1]);
    if (length > 2 * count + 1) kernels.clamp(logNoise + 8, count, guards.gain[0], guards.gain[1]);
    if (fixedLogNoise === null) kernels.clamp(logNoise, 1, guards.logNoise[0], guards.logNoise[1]);
    else logNoiseOf()[0] = fixedLogNoise;
    return true;
  };
}
