import { type DenseLayer, denseForward } from '../networks/index.ts';
import { denseBackward } from './backward.ts';
import type { LikelihoodSample } from './estimators.ts';
import { flipoutSigns } from './noise.ts';
import { activate, activationOf, type Pass, product, throughActivation } from './pass.ts';

interface FlippedPass extends Pass {
  /** a ∘ s [rows, fanIn], and the signs themselves: s [rows, fanIn], r [rows, fanOut]. */
  readonly flipped: Float64Array;
  readonly inputSigns: Float64Array;
  readonly outputSigns: Float64Array;
}

/**
 * One ΔW = σ ∘ ε for the batch, turned into another draw for each example by random signs (Wen et al. 2018, eq. 3, 4):
 * b = aM + m + ((a ∘ s) ΔW + Δm) ∘ r. Only the perturbation is flipped, never the mean: with σ → 0 this is the
 * deterministic network. ε is symmetric, so each example sees exactly w ~ q; between examples the draws are uncorrelated.
 */
export function flipout(sample: LikelihoodSample): void {
  const { problem, mu, sigma, epsilon, rows, gradientMu, gradientSigma } = sample;
  const { seed } = problem.experiment;
  const activation = activationOf(problem);
  const perturbation = product(sigma, epsilon);
  const passes: FlippedPass[] = [];
  let inputs = sample.inputs;
  problem.plan.layers.forEach((layer, index) => {
    const signs = flipoutSigns(rows * (layer.fanIn + layer.fanOut), seed, index, sample.step, sample.sample);
    const pass = flippedPass(layer, mu, perturbation, inputs, signs, rows);
    passes.push(pass);
    inputs = activate(pass.preActivations, activation);
  });
  const gradientPerturbation = new Float64Array(mu.length);
  let delta = sample.cost(passes.at(-1)!.preActivations);
  for (let index = passes.length - 1; index >= 0; index--) {
    const pass = passes[index]!;
    const { layer } = pass;
    const inputDelta = index > 0 ? new Float64Array(pass.inputs.length) : null;
    const flippedDelta = index > 0 ? new Float64Array(pass.inputs.length) : null;
    const outputDelta = product(delta, pass.outputSigns);
    denseBackward(layer, mu, pass.inputs, rows, delta, gradientMu, inputDelta);
    denseBackward(layer, perturbation, pass.flipped, rows, outputDelta, gradientPerturbation, flippedDelta);
    if (!inputDelta || !flippedDelta) break;
    for (let k = 0; k < inputDelta.length; k++) inputDelta[k]! += flippedDelta[k]! * pass.inputSigns[k]!;
    delta = throughActivation(inputDelta, passes[index - 1]!.preActivations, pass.inputs, activation);
  }
  // ΔW enters μ's gradient nowhere: b depends on μ through aM alone.
  for (let i = 0; i < sigma.length; i++) gradientSigma[i]! += gradientPerturbation[i]! * epsilon[i]!;
}

function flippedPass(
  layer: DenseLayer,
  mu: Float64Array,
  perturbation: Float64Array,
  inputs: Float64Array,
  signs: Float64Array,
  rows: number,
): FlippedPass {
  const inputSigns = signs.subarray(0, rows * layer.fanIn);
  const outputSigns = signs.subarray(rows * layer.fanIn);
  const flipped = product(inputs, inputSigns);
  const preActivations = new Float64Array(rows * layer.fanOut);
  const change = new Float64Array(rows * layer.fanOut);
  denseForward(layer, mu, inputs, rows, preActivations);
  denseForward(layer, perturbation, flipped, rows, change);
  for (let k = 0; k < change.length; k++) preActivations[k]! += change[k]! * outputSigns[k]!;
  return { layer, inputs, preActivations, flipped, inputSigns, outputSigns };
}
