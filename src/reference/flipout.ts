import { type DenseLayer, denseForward, type LinearMaps } from '../model/networks/index.ts';
import { denseBackward } from './backward.ts';
import type { LikelihoodSample } from './likelihoodSample.ts';
import { networkPass, product } from './maps.ts';
import { flipoutSigns } from './noise.ts';

/**
 * One ΔW = σ ∘ ε for the batch, which random signs turn into another draw for each example (Wen et al. 2018, eq. 3, 4):
 * b = aM + m + ((a ∘ s) ΔW + Δm) ∘ r. The signs apply to the perturbation only, not to the mean: as σ → 0 this becomes the
 * deterministic network. ε is symmetric, so each example sees w ~ q exactly; draws of different examples are uncorrelated.
 * An example has the same signs at every place of an image and at every time step, hence one draw.
 */
export function flipout(sample: LikelihoodSample): void {
  const { problem, sigma, epsilon, rows, gradientSigma } = sample;
  const gradientPerturbation = new Float64Array(sigma.length);
  const maps = flippedMaps(sample, product(sigma, epsilon), gradientPerturbation);
  const pass = networkPass(problem, maps, sample.inputs, rows);
  pass.backward(sample.cost(pass.outputs), false);
  // ΔW adds nothing to the gradient of μ: b depends on μ through aM alone.
  for (let i = 0; i < sigma.length; i++) gradientSigma[i]! += gradientPerturbation[i]! * epsilon[i]!;
}

function flippedMaps(
  { problem, mu, rows, gradientMu, step, sample }: LikelihoodSample,
  perturbation: Float64Array,
  gradientPerturbation: Float64Array,
): LinearMaps {
  const { plan, experiment } = problem;
  const signs = plan.layers.map((layer, index) => signsOf(layer, rows, experiment.seed, index, step, sample));
  return (index, inputs, count, repeats) => {
    const layer = plan.layers[index]!;
    const inputSigns = repeated(signs[index]!.inputs, layer.fanIn, repeats);
    const outputSigns = repeated(signs[index]!.outputs, layer.fanOut, repeats);
    const flipped = product(inputs, inputSigns);
    const outputs = new Float64Array(count * layer.fanOut);
    const change = new Float64Array(outputs.length);
    denseForward(layer, mu, inputs, count, outputs);
    denseForward(layer, perturbation, flipped, count, change);
    for (let k = 0; k < change.length; k++) outputs[k]! += change[k]! * outputSigns[k]!;
    return {
      outputs,
      backward: (delta, wantsInputs) => {
        const inputDelta = wantsInputs ? new Float64Array(inputs.length) : null;
        const flippedDelta = wantsInputs ? new Float64Array(inputs.length) : null;
        const outputDelta = product(delta, outputSigns);
        denseBackward(layer, mu, inputs, count, delta, gradientMu, inputDelta);
        denseBackward(layer, perturbation, flipped, count, outputDelta, gradientPerturbation, flippedDelta);
        if (inputDelta && flippedDelta)
          for (let k = 0; k < inputDelta.length; k++) inputDelta[k]! += flippedDelta[k]! * inputSigns[k]!;
        return inputDelta;
      },
    };
  };
}

/** The signs of every example: s [rows, fanIn] and r [rows, fanOut]. */
function signsOf(
  { fanIn, fanOut }: DenseLayer,
  rows: number,
  seed: number,
  index: number,
  step: number,
  sample: number,
): { readonly inputs: Float64Array; readonly outputs: Float64Array } {
  const signs = flipoutSigns(rows * (fanIn + fanOut), seed, index, step, sample);
  return { inputs: signs.subarray(0, rows * fanIn), outputs: signs.subarray(rows * fanIn) };
}

/** Repeats each row of [rows, width] `times` times in succession. */
function repeated(values: Float64Array, width: number, times: number): Float64Array {
  if (times === 1) return values;
  const out = new Float64Array(values.length * times);
  for (let at = 0; at < values.length; at += width)
    for (let time = 0; time < times; time++)
      out.set(values.subarray(at, at + width), at * times + time * width);
  return out;
}
