import { createWeights, denseBackward, denseForward, transposeKernels } from './dense.ts';
import type { CreateEstimator } from './estimator.ts';

/**
 * One w for the whole batch (Blundell et al. 2015, §3.2): backprop gives ∂f/∂w, then ∇μ = ∂f/∂w (eq. 3) and
 * ∇σ = ∂f/∂w ∘ ε with the ε of this draw (eq. 4).
 */
export const weightSampling: CreateEstimator = (context, network) => {
  const { vectors } = context;
  const weights = createWeights(context, vectors.weights);
  return {
    throughWeights: true,
    begin: () => {},
    addSample: ({ tiles, cost }) => {
      transposeKernels(context, weights);
      for (const tile of tiles) {
        network.forward(tile, ({ layer, outputs }, inputs, rows) =>
          denseForward(context, layer, weights.flat, inputs, rows, outputs),
        );
        cost(tile);
        network.backward(tile, ({ layer, delta }, inputs, rows, inputDelta) =>
          denseBackward(context, layer, weights, inputs, rows, delta, vectors.gradientWeights, inputDelta),
        );
      }
    },
    end: () => {},
  };
};
