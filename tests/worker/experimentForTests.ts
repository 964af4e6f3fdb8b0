import type { Experiment } from '../../src/experiment/document/experiment.ts';
import { testExperiment } from '../reference/problems.ts';

/** Eight points near a bent line: small enough to train in milliseconds. */
const points = [-1, -0.7, -0.4, -0.1, 0.1, 0.4, 0.7, 1].map((x) => ({ x: [x], y: x + Math.abs(x) }));

export const smallExperiment: Experiment = testExperiment({
  seed: 7,
  dataset: { size: 8, noise: 0.1, points, xDomain: [-2, 2], yDomain: [-1, 3] },
  network: { hidden: [6], activation: 'tanh' },
  prior: { sigma: 1, pi: 0.5, sigma1: 1, sigma2: 0.1, scale: 1 },
  likelihood: { noise: 0.2, learn: false },
  inference: { initialSigma: 0.1 },
  prediction: { samples: 10 },
  view: { panels: ['predictive'], speed: 'flat-out' },
});
