import {
  add,
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
import { adam, guards } from '../../experiment/engine.ts';
import { clampedLogNoise, type Problem } from '../../experiment/problem.ts';

/** The parameters and Adam's moments, each [2P + 1] in the order of TrainingState. */
export interface Vectors {
  readonly parameters: Tensor;
  readonly firstMoment: Tensor;
  readonly secondMoment: Tensor;
}

/** The bounds of every parameter and which of them learn, [2P + 1] each; owned by the engine. */
export interface Bounds {
  readonly lower: Tensor;
  readonly upper: Tensor;
  readonly learns: Tensor;
}

/** Bounds as in src/reference/optimizer.ts; fixed noise has equal bounds and a gradient of 0. */
export function boundsOf(problem: Problem): Bounds {
  const count = problem.plan.parameterCount;
  const { learn } = problem.experiment.likelihood;
  const fixed = clampedLogNoise(problem);
  const bound = (side: 0 | 1, unbounded: number) => {
    const values = new Float32Array(2 * count + 1).fill(unbounded);
    values.fill(guards.rho[side], count, 2 * count);
    values[2 * count] = learn ? guards.logNoise[side] : fixed;
    return tensor(values);
  };
  const learns = new Float32Array(2 * count + 1).fill(1);
  learns[2 * count] = learn ? 1 : 0;
  return { lower: bound(0, -3e38), upper: bound(1, 3e38), learns: tensor(learns) };
}

/** One step of Adam (Kingma & Ba 2015, algorithm 1) and the guards. step counts from 1. Call inside tidy. */
export function adamStep(
  vectors: Vectors,
  rawGradient: Tensor,
  bounds: Bounds,
  step: number,
  learningRate: number,
): Vectors {
  const masked = mul(rawGradient, bounds.learns);
  const length = sqrt(sum(square(masked)));
  const gradient = mul(masked, minimum(1, div(guards.gradientNorm, maximum(length, 1e-30))));
  const firstMoment = add(mul(vectors.firstMoment, adam.beta1), mul(gradient, 1 - adam.beta1));
  const secondMoment = add(mul(vectors.secondMoment, adam.beta2), mul(square(gradient), 1 - adam.beta2));
  const first = mul(firstMoment, learningRate / (1 - adam.beta1 ** step));
  const second = sqrt(mul(secondMoment, 1 / (1 - adam.beta2 ** step)));
  const moved = sub(vectors.parameters, div(first, add(second, adam.epsilon)));
  return { parameters: minimum(maximum(moved, bounds.lower), bounds.upper), firstMoment, secondMoment };
}
