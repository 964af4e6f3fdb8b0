import {
  add,
  clone,
  div,
  maximum,
  minimum,
  mul,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  tensor,
} from '@tensorflow/tfjs-core';
import { guards } from '../../experiment/engine/engine.ts';
import { implementationOf, type Listed } from '../../experiment/engine/engineCapabilities.ts';
import { clampedLogNoise, rowLength } from '../../experiment/engine/state.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import { adamConstants, rmspropConstants } from '../../model/optimizers/index.ts';
import type { tfjsCapabilities } from './capabilities.ts';

/** The parameters and the optimiser's two moments, each in the order of TrainingState. */
export interface Vectors {
  readonly parameters: Tensor;
  readonly firstMoment: Tensor;
  readonly secondMoment: Tensor;
}

/** Bounds of every parameter, and a mask that is 0 for fixed ones. Owned by the engine. */
export interface Bounds {
  readonly lower: Tensor;
  readonly upper: Tensor;
  readonly learns: Tensor;
}

/** Bounds as in src/reference/optimizer.ts. Fixed noise has equal bounds and the mask 0. */
export function boundsOf(problem: Problem): Bounds {
  const count = problem.plan.parameterCount;
  const length = rowLength(problem);
  const { learn } = problem.experiment.likelihood;
  const fixed = clampedLogNoise(problem);
  const bound = (side: 0 | 1, unbounded: number) => {
    const values = new Float32Array(length).fill(guards.gain[side]);
    values.fill(unbounded, 0, count);
    values.fill(guards.rho[side], count, 2 * count);
    values[2 * count] = learn ? guards.logNoise[side] : fixed;
    return tensor(values);
  };
  const learns = new Float32Array(length).fill(1);
  learns[2 * count] = learn ? 1 : 0;
  return { lower: bound(0, -3e38), upper: bound(1, 3e38), learns: tensor(learns) };
}

/** Each optimiser's direction and new moments; formulas as in src/model/optimizers. step counts from 1. */
const directions = {
  adam: ({ firstMoment, secondMoment }, gradient, step) => {
    const { beta1, beta2, epsilon } = adamConstants;
    const nextFirst = add(mul(firstMoment, beta1), mul(gradient, 1 - beta1));
    const nextSecond = add(mul(secondMoment, beta2), mul(square(gradient), 1 - beta2));
    const first = mul(nextFirst, 1 / (1 - beta1 ** step));
    const second = sqrt(mul(nextSecond, 1 / (1 - beta2 ** step)));
    return { direction: div(first, add(second, epsilon)), firstMoment: nextFirst, secondMoment: nextSecond };
  },
  // Clones, because each step disposes of its own vectors: no two steps may share a tensor.
  sgd: ({ firstMoment, secondMoment }, gradient) => ({
    direction: gradient,
    firstMoment: clone(firstMoment),
    secondMoment: clone(secondMoment),
  }),
  rmsprop: ({ firstMoment, secondMoment }, gradient) => {
    const { decay, epsilon } = rmspropConstants;
    const nextSecond = add(mul(secondMoment, decay), mul(square(gradient), 1 - decay));
    return {
      direction: div(gradient, add(sqrt(nextSecond), epsilon)),
      firstMoment: clone(firstMoment),
      secondMoment: nextSecond,
    };
  },
} as const satisfies Record<
  Listed<typeof tfjsCapabilities, 'optimizers'>,
  (
    vectors: Vectors,
    gradient: Tensor,
    step: number,
  ) => { direction: Tensor; firstMoment: Tensor; secondMoment: Tensor }
>;

/** One step of the experiment's optimiser with the guards. step counts from 1. Call inside tidy. */
export function optimizerStep(
  problem: Problem,
  vectors: Vectors,
  rawGradient: Tensor,
  bounds: Bounds,
  step: number,
): Vectors {
  const { kind, learningRate } = problem.experiment.inference.optimizer;
  const masked = mul(rawGradient, bounds.learns);
  const length = sqrt(sum(square(masked)));
  const gradient = mul(masked, minimum(1, div(guards.gradientNorm, maximum(length, 1e-30))));
  const { direction, firstMoment, secondMoment } = implementationOf(directions, kind)(
    vectors,
    gradient,
    step,
  );
  const moved = sub(vectors.parameters, mul(direction, learningRate));
  return { parameters: minimum(maximum(moved, bounds.lower), bounds.upper), firstMoment, secondMoment };
}
