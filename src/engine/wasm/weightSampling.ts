import { createWeights, denseBackward, denseForward, transposeKernels } from './dense.ts';
import type { CreateEstimator } from './estimator.ts';
import { backward, forward } from './passes.ts';

/**
 * One w for the whole batch (Blundell et al. 2015, §3.2): ordinary backprop gives ∂f/∂w, then ∇μ = ∂f/∂w (eq. 3) and
 * ∇σ = ∂f/∂w ∘ ε of this very draw (eq. 4).
 */
export const weightSampling: CreateEstimator = (bench, passes) => {
  const { vectors } = bench;
  const weights = createWeights(bench, vectors.weights);
  return {
    throughWeights: true,
    begin: () => {},
    addSample: ({ tiles, cost }) => {
      transposeKernels(bench, weights);
      for (const tile of tiles) {
        const { rows } = tile;
        forward(bench, passes, tile, ({ layer, outputs }, inputs) =>
          denseForward(bench, layer, weights.flat, inputs, rows, outputs),
        );
        cost(tile);
        backward(bench, passes, tile, ({ layer, delta }, inputs, _index, inputDelta) =>
          denseBackward(bench, layer, weights, inputs, rows, delta, vectors.gradientWeights, inputDelta),
        );
      }
    },
    end: () => {},
  };
};
