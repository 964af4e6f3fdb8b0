import type { EstimatorKind } from '../model/estimators/index.ts';
import { flipout } from './flipout.ts';
import type { LikelihoodSample } from './likelihoodSample.ts';
import { localReparameterization } from './localReparameterization.ts';
import { exactMaps, networkPass } from './maps.ts';

/**
 * One w for the whole batch (Blundell et al. 2015, §3.2): backprop gives ∂f/∂w, then ∇μ = ∂f/∂w (eq. 3) and
 * ∇σ = ∂f/∂w ∘ ε with the ε of this draw (eq. 4).
 */
function weightSampling(sample: LikelihoodSample): void {
  const { problem, weights, epsilon, rows, gradientMu, gradientSigma } = sample;
  const gradient = new Float64Array(weights.length);
  const pass = networkPass(problem, exactMaps(problem, weights, gradient), sample.inputs, rows);
  pass.backward(sample.cost(pass.outputs), false);
  for (let i = 0; i < gradient.length; i++) {
    gradientMu[i]! += gradient[i]!;
    gradientSigma[i]! += gradient[i]! * epsilon[i]!;
  }
}

/** For each estimator: adds one sample of the likelihood cost and its gradient. */
export const likelihoodSamples = {
  'weight-sampling': weightSampling,
  'local-reparameterization': localReparameterization,
  flipout,
} as const satisfies Record<EstimatorKind, (sample: LikelihoodSample) => void>;
