import { createWeights, denseBackward, denseForward, transposeKernels } from './dense.ts';
import type { CreateEstimator } from './estimator.ts';
import { backward, forward } from './passes.ts';

/**
 * One w for the whole batch (Blundell et al. 2015, §3.2): ordinary backprop gives ∂f/∂w, then ∇μ = ∂f/∂w (eq. 3) and
 * ∇σ = ∂f/∂w ∘ ε of this very draw (eq. 4).
 */
export const weightSampling: CreateEstimator = (bench, passes) => {
  const { kernels, memory, vectors, problem } = bench;
  const { plan } = problem;
  const count = plan.parameterCount;
  const weights = createWeights(bench, vectors.weights);
  const gradient = memory.floats(count);
  return {
    begin: () => {},
    addSample: ({ tiles, cost }) => {
      transposeKernels(kernels, plan, weights);
      for (const tile of tiles) {
        const { rows } = tile;
        forward(bench, passes, tile, ({ layer, outputs }, inputs) =>
          denseForward(kernels, layer, weights, inputs, rows, outputs),
        );
        cost(tile);
        backward(bench, passes, tile, ({ layer, delta }, inputs, _index, inputDelta) =>
          denseBackward(kernels, layer, weights, inputs, rows, delta, gradient, inputDelta),
        );
        kernels.add(gradient, vectors.gradientMu, count);
        kernels.addProduct(gradient, vectors.epsilon, 1, vectors.gradientSigma, count);
      }
    },
    end: () => {},
  };
};
