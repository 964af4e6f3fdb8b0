import { guards } from '../../experiment/engine/engine.ts';
import { implementationOf, type Listed } from '../../experiment/engine/engineCapabilities.ts';
import { clampedLogNoise, rowLength } from '../../experiment/engine/state.ts';
import { adamConstants, rmspropConstants } from '../../model/optimizers/index.ts';
import type { wasmCapabilities } from './capabilities.ts';
import type { KernelContext } from './kernelContext.ts';
import type { Address, Kernels } from './kernels.ts';

/** Addresses of a TrainingState's float64 vectors: [mu (P) | rho (P) | log noise (1)], and gains (P) where it has them. */
export interface StateVectors {
  readonly parameters: Address;
  readonly firstMoment: Address;
  readonly secondMoment: Address;
}

/** Updates `count` parameters. gradient: float32 [count]; clipping: its factor; step counts from 1. */
type UpdateRule = (
  kernels: Kernels,
  state: StateVectors,
  gradient: Address,
  count: number,
  clipping: number,
  rate: number,
  step: number,
) => void;

/** The optimisers; formulas as in src/model/optimizers. */
const wasmOptimizers = {
  adam: (kernels, state, gradient, count, clipping, rate, step) => {
    const { beta1, beta2, epsilon } = adamConstants;
    kernels.adam(
      state.parameters,
      state.firstMoment,
      state.secondMoment,
      gradient,
      count,
      clipping,
      rate,
      beta1,
      beta2,
      epsilon,
      1 - beta1 ** step,
      1 - beta2 ** step,
    );
  },
  sgd: (kernels, state, gradient, count, clipping, rate) =>
    kernels.sgd(state.parameters, gradient, count, clipping, rate),
  rmsprop: (kernels, state, gradient, count, clipping, rate) => {
    const { decay, epsilon } = rmspropConstants;
    kernels.rmsprop(state.parameters, state.secondMoment, gradient, count, clipping, rate, decay, epsilon);
  },
} as const satisfies Record<Listed<typeof wasmCapabilities, 'optimizers'>, UpdateRule>;

/**
 * Returns a function that takes one step of the experiment's optimiser with the guards, in place, like optimizerStep of
 * src/reference. squares: the sum of squares of the vector `gradient`; if it is not finite, the function returns false and
 * leaves the state unchanged. step counts from 1.
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
    const clipping = Math.min(1, guards.gradientNorm / Math.sqrt(squares));
    update(kernels, state, vectors.gradient, length, clipping, learningRate, step);
    kernels.clamp(rho, count, guards.rho[0], guards.rho[1]);
    if (length > 2 * count + 1) kernels.clamp(logNoise + 8, count, guards.gain[0], guards.gain[1]);
    if (fixedLogNoise === null) kernels.clamp(logNoise, 1, guards.logNoise[0], guards.logNoise[1]);
    else logNoiseOf()[0] = fixedLogNoise;
    return true;
  };
}
