import type { Problem } from '../experiment/problem.ts';
import { denseForward } from '../networks/index.ts';
import { denseBackward } from './backward.ts';
import { activate, activationOf, type Pass, throughActivation } from './pass.ts';

/** The network at one w, every layer's values kept. weights: [P]; inputs: [rows, inputCount]. */
export function forwardPasses(
  problem: Problem,
  weights: Float64Array,
  inputs: Float64Array,
  rows: number,
): readonly Pass[] {
  const activation = activationOf(problem);
  const passes: Pass[] = [];
  let values = inputs;
  for (const layer of problem.plan.layers) {
    const preActivations = new Float64Array(rows * layer.fanOut);
    denseForward(layer, weights, values, rows, preActivations);
    passes.push({ layer, inputs: values, preActivations });
    values = activate(preActivations, activation);
  }
  return passes;
}

/** Ordinary backprop: adds dL/dw to `gradient` [P]. delta: dL/d(outputs) [rows, outputCount]. */
export function backwardPasses(
  problem: Problem,
  weights: Float64Array,
  passes: readonly Pass[],
  rows: number,
  outputDelta: Float64Array,
  gradient: Float64Array,
): void {
  const activation = activationOf(problem);
  let delta = outputDelta;
  for (let index = passes.length - 1; index >= 0; index--) {
    const pass = passes[index]!;
    const inputDelta = index > 0 ? new Float64Array(pass.inputs.length) : null;
    denseBackward(pass.layer, weights, pass.inputs, rows, delta, gradient, inputDelta);
    if (!inputDelta) break;
    delta = throughActivation(inputDelta, passes[index - 1]!.preActivations, pass.inputs, activation);
  }
}

/** The outputs of a forward pass, [rows, outputCount]. */
export function outputsOf(passes: readonly Pass[]): Float64Array {
  return passes[passes.length - 1]!.preActivations;
}
