import type { Experiment } from '../../../src/experiment/document/experiment.ts';
import type { ParameterBlock, WeightSummary } from '../../../src/experiment/pictures/snapshot.ts';

/** The weights of a network 1 → hidden → 1 with the given μ and σ by index. */
export function networkWeights(
  hidden: number,
  mu: (index: number) => number,
  sigma: (index: number) => number,
): WeightSummary {
  const count = 3 * hidden + 1;
  const layers: ParameterBlock[] = [
    { name: 'dense1/kernel', offset: 0, shape: [1, hidden] },
    { name: 'dense1/bias', offset: hidden, shape: [hidden] },
    { name: 'dense2/kernel', offset: 2 * hidden, shape: [hidden, 1] },
    { name: 'dense2/bias', offset: 3 * hidden, shape: [1] },
  ];
  const of = (value: (index: number) => number) =>
    Float64Array.from({ length: count }, (_, index) => value(index));
  return { mu: of(mu), sigma: of(sigma), priorScale: of(() => 1), kl: of(() => 1.2), layers };
}

export const gaussianPrior: Experiment['prior'] = {
  kind: 'gaussian',
  scaling: 'fixed',
  sigma: 1,
  pi: 0.5,
  sigma1: 1,
  sigma2: 0.0025,
  scale: 0.7,
};
