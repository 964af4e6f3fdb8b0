import type { TrainingState } from '../../experiment/engine/engine.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import { softplusInverse } from '../../math/special.ts';
import { likelihoods } from '../../model/likelihoods/index.ts';
import type { LinearMaps } from '../../model/networks/index.ts';
import { priors } from '../../model/priors/index.ts';
import { denseBackward } from '../backward.ts';
import { exactMaps, networkPass, squaresOf } from '../maps.ts';
import { bayesByBackprop } from './bayesByBackprop.ts';
import type { MethodSteps } from './method.ts';
import { pointEstimates } from './pointEstimates.ts';

/**
 * Diagonal of the generalised Gauss–Newton matrix of −log p(D | w), [P]: Σ over examples and square roots v of the
 * Fisher information of (vᵀ ∂f/∂w)² (Martens 2020, §9; Ritter et al. 2018, §2). One backward pass for each v: the products
 * of squared inputs and squared deltas are the squared gradients of all examples. This holds for dense networks only, where
 * each weight is used once for an example.
 */
export function curvatureDiagonal(problem: Problem, weights: Float64Array, logNoise: number): Float64Array {
  const { inputs, n, outputCount, experiment, plan } = problem;
  const curvature = new Float64Array(plan.parameterCount);
  if (n === 0) return curvature;
  const { fisherRoots } = likelihoods[experiment.likelihood.kind];
  const { outputs, backward } = networkPass(problem, squaringMaps(problem, weights, curvature), inputs, n);
  const roots = Array.from({ length: n }, (_, row) =>
    fisherRoots(outputs, row * outputCount, logNoise, outputCount),
  );
  const rootCount = roots[0]!.length / outputCount;
  for (let root = 0; root < rootCount; root++) {
    const delta = new Float64Array(outputs.length);
    roots.forEach((vectors, row) =>
      delta.set(vectors.subarray(root * outputCount, (root + 1) * outputCount), row * outputCount),
    );
    backward(delta, false);
  }
  return curvature;
}

/** The linear maps at w. Their backward pass adds the squared gradient of every example to `curvature`. */
function squaringMaps(problem: Problem, weights: Float64Array, curvature: Float64Array): LinearMaps {
  const exact = exactMaps(problem, weights, new Float64Array(weights.length));
  return (index, inputs, rows, repeats) => {
    const { outputs, backward } = exact(index, inputs, rows, repeats);
    return {
      outputs,
      backward: (delta, wantsInputs) => {
        const layer = problem.plan.layers[index]!;
        denseBackward(layer, weights, squaresOf(inputs), rows, squaresOf(delta), curvature, null);
        return wantsInputs ? backward(delta, true) : null;
      },
    };
  };
}

/** The MAP state with ρ set so that σ² = 1/(curvature + prior precision) (MacKay 1992, diagonal of eq. 16). */
function withCurvature(problem: Problem, state: TrainingState): TrainingState {
  const { parameterCount } = problem.plan;
  const { prior } = problem.experiment;
  const { precision } = priors[prior.kind];
  if (!precision)
    throw new Error(`invalid prior.kind; Laplace needs one of constant curvature: ${prior.kind}`);
  const parameters = state.parameters.slice();
  const weights = parameters.subarray(0, parameterCount);
  const curvature = curvatureDiagonal(problem, weights, parameters[2 * parameterCount]!);
  for (let i = 0; i < parameterCount; i++) {
    const priorPrecision = precision(prior) / problem.priorScale[i]! ** 2;
    parameters[parameterCount + i] = softplusInverse(1 / Math.sqrt(curvature[i]! + priorPrecision));
  }
  return { ...state, parameters };
}

/** MAP training. The normal approximation is computed when a state is viewed. */
export const laplace: MethodSteps = {
  step: pointEstimates.step,
  view: withCurvature,
  draws: bayesByBackprop.draws,
};
