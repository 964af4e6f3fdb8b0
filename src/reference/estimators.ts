import type { EstimatorKind } from '../estimators/index.ts';
import type { Problem } from '../experiment/problem.ts';
import { type Activation, activations, type DenseLayer, denseForward } from '../networks/index.ts';
import { denseBackward } from './backward.ts';
import { activationNoise } from './noise.ts';

/** Everything one Monte Carlo sample of the likelihood cost needs, and the gradients it adds to. */
export interface LikelihoodSample {
  readonly problem: Problem;
  readonly mu: Float64Array;
  readonly sigma: Float64Array;
  /** This sample's draw w = μ + σε and its ε, [P]. */
  readonly weights: Float64Array;
  readonly epsilon: Float64Array;
  readonly step: number;
  readonly sample: number;
  /** Standardised inputs [rows, 1] of the batch. */
  readonly inputs: Float64Array;
  readonly rows: number;
  /** Adds the batch's cost and returns d cost / d outputs [rows, 1]; already divided by S. */
  readonly cost: (outputs: Float64Array) => Float64Array;
  readonly gradientMu: Float64Array;
  readonly gradientSigma: Float64Array;
}

/** One layer's part of a forward pass, kept for the way back. */
interface Pass {
  readonly layer: DenseLayer;
  /** What came in, a [rows, fanIn]. */
  readonly inputs: Float64Array;
  /** b before the activation, [rows, fanOut]. */
  readonly preActivations: Float64Array;
}

/**
 * One w for the whole batch (Blundell et al. 2015, §3.2): ordinary backprop gives ∂f/∂w, then
 * ∇μ = ∂f/∂w (eq. 3) and ∇σ = ∂f/∂w ∘ ε of this very draw (eq. 4).
 */
function weightSampling(sample: LikelihoodSample): void {
  const { problem, weights, epsilon, rows, gradientMu, gradientSigma } = sample;
  const activation = activations[problem.experiment.network.activation];
  const passes: Pass[] = [];
  let inputs = sample.inputs;
  for (const layer of problem.plan.layers) {
    const preActivations = new Float64Array(rows * layer.fanOut);
    denseForward(layer, weights, inputs, rows, preActivations);
    passes.push({ layer, inputs, preActivations });
    inputs = activate(preActivations, activation);
  }
  const gradient = new Float64Array(weights.length);
  let delta = sample.cost(passes.at(-1)!.preActivations);
  for (let index = passes.length - 1; index >= 0; index--) {
    const pass = passes[index]!;
    const inputDelta = index > 0 ? new Float64Array(pass.inputs.length) : null;
    denseBackward(pass.layer, weights, pass.inputs, rows, delta, gradient, inputDelta);
    if (!inputDelta) break;
    delta = throughActivation(inputDelta, passes[index - 1]!.preActivations, pass.inputs, activation);
  }
  for (let i = 0; i < gradient.length; i++) {
    gradientMu[i]! += gradient[i]!;
    gradientSigma[i]! += gradient[i]! * epsilon[i]!;
  }
}

interface NoisyPass extends Pass {
  /** a² [rows, fanIn]. */
  readonly squares: Float64Array;
  /** d b / d variance = ζ/(2√variance), [rows, fanOut]. */
  readonly varianceSlope: Float64Array;
}

/**
 * Each example's pre-activations are drawn instead of the weights (Kingma et al. 2015, eq. 6): with a = inputs,
 * b ~ N(aM + m, a²Σ + s²) and b = mean + √variance ∘ ζ. The gradient of the variance, δζ/(2√variance), flows to
 * σ² of every weight and, through a², to the inputs.
 */
function localReparameterization(sample: LikelihoodSample): void {
  const { problem, mu, sigma, rows, gradientMu, gradientSigma } = sample;
  const { seed, network } = problem.experiment;
  const activation = activations[network.activation];
  const variances = squaresOf(sigma);
  const passes: NoisyPass[] = [];
  let inputs = sample.inputs;
  problem.plan.layers.forEach((layer, index) => {
    const size = rows * layer.fanOut;
    const preActivations = new Float64Array(size);
    const variance = new Float64Array(size);
    const squares = squaresOf(inputs);
    denseForward(layer, mu, inputs, rows, preActivations);
    denseForward(layer, variances, squares, rows, variance);
    const zeta = activationNoise(size, seed, index, sample.step, sample.sample);
    const varianceSlope = addNoise(preActivations, variance, zeta);
    passes.push({ layer, inputs, preActivations, squares, varianceSlope });
    inputs = activate(preActivations, activation);
  });
  const gradientVariance = new Float64Array(mu.length);
  let delta = sample.cost(passes.at(-1)!.preActivations);
  for (let index = passes.length - 1; index >= 0; index--) {
    const pass = passes[index]!;
    const varianceDelta = product(delta, pass.varianceSlope);
    const inputDelta = index > 0 ? new Float64Array(pass.inputs.length) : null;
    const squareDelta = index > 0 ? new Float64Array(pass.inputs.length) : null;
    denseBackward(pass.layer, mu, pass.inputs, rows, delta, gradientMu, inputDelta);
    denseBackward(pass.layer, variances, pass.squares, rows, varianceDelta, gradientVariance, squareDelta);
    if (!inputDelta || !squareDelta) break;
    for (let k = 0; k < inputDelta.length; k++) inputDelta[k]! += 2 * pass.inputs[k]! * squareDelta[k]!;
    delta = throughActivation(inputDelta, passes[index - 1]!.preActivations, pass.inputs, activation);
  }
  for (let i = 0; i < sigma.length; i++) gradientSigma[i]! += 2 * sigma[i]! * gradientVariance[i]!;
}

/** Adds √variance ∘ ζ to the means and returns its derivative with respect to the variance. */
function addNoise(means: Float64Array, variance: Float64Array, zeta: Float64Array): Float64Array {
  const slope = new Float64Array(means.length);
  for (let k = 0; k < means.length; k++) {
    const deviation = Math.sqrt(variance[k]!);
    means[k]! += deviation * zeta[k]!;
    slope[k] = zeta[k]! / (2 * deviation);
  }
  return slope;
}

// Loops, not TypedArray.map, which costs three times as much: these run for every example of every sample.
function squaresOf(values: Float64Array): Float64Array {
  return product(values, values);
}

function product(left: Float64Array, right: Float64Array): Float64Array {
  const out = new Float64Array(left.length);
  for (let k = 0; k < out.length; k++) out[k] = left[k]! * right[k]!;
  return out;
}

function activate(preActivations: Float64Array, { value }: Activation): Float64Array {
  const out = new Float64Array(preActivations.length);
  for (let k = 0; k < out.length; k++) out[k] = value(preActivations[k]!);
  return out;
}

/** dL/d(pre-activations) from dL/d(outputs), in place. */
function throughActivation(
  delta: Float64Array,
  preActivations: Float64Array,
  outputs: Float64Array,
  { derivative }: Activation,
): Float64Array {
  for (let k = 0; k < delta.length; k++) delta[k]! *= derivative(preActivations[k]!, outputs[k]!);
  return delta;
}

/** How each estimator adds one sample of the likelihood cost and its gradient. */
export const likelihoodSamples = {
  'weight-sampling': weightSampling,
  'local-reparameterization': localReparameterization,
} as const satisfies Record<EstimatorKind, (sample: LikelihoodSample) => void>;
