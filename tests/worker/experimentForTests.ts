import type { Experiment } from '../../src/experiment/experiment.ts';

/** Eight points on a line with a bend: small enough to train in milliseconds. */
const points = [-1, -0.7, -0.4, -0.1, 0.1, 0.4, 0.7, 1].map((x) => ({ x: [x], y: x + Math.abs(x) }));

export const smallExperiment: Experiment = {
  version: 1,
  seed: 7,
  dataset: {
    id: 'custom',
    size: 8,
    noise: 0.1,
    points,
    task: 'regression',
    standardize: true,
    xDomain: [-2, 2],
    yDomain: [-1, 3],
  },
  network: { kind: 'dense', hidden: [6], activation: 'tanh' },
  prior: {
    kind: 'gaussian',
    sigma: 1,
    pi: 0.5,
    sigma1: 1,
    sigma2: 0.1,
    scale: 1,
    scaling: 'fixed',
  } as Experiment['prior'],
  likelihood: { kind: 'gaussian', noise: 0.2, learn: false },
  inference: {
    method: 'bayes-by-backprop',
    estimator: 'weight-sampling',
    kl: 'analytic',
    samples: 2,
    batchSize: 'full',
    klSchedule: 'uniform',
    klWeight: 1,
    initialSigma: 0.1,
    optimizer: { kind: 'adam', learningRate: 0.01 },
    dropoutRate: 0.1,
  },
  prediction: { samples: 10, interval: 0.9, pruned: 0 },
  view: {
    panels: ['predictive'],
    theme: 'system',
    autoplay: false,
    embed: false,
    engine: 'reference',
    step: 0,
  },
};
