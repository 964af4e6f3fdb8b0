import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { createRandom, standardNormal, streams, uniform } from '../../src/math/random.ts';
import type { Point } from '../../src/model/datasets/index.ts';
import { golden } from './golden.ts';

/** Parts of an experiment to change, one level deep. */
export type Changes = {
  readonly [Section in keyof Experiment]?: Experiment[Section] extends number
    ? Experiment[Section]
    : Partial<Experiment[Section]>;
};

const standard = defaultExperiment();

/** Of a field that is not written out here, the default. */
const plain: Experiment = {
  version: 1,
  seed: 3,
  dataset: {
    ...standard.dataset,
    id: 'custom',
    size: 1,
    noise: 0,
    points: [],
    task: 'regression',
    standardize: true,
    xDomain: null,
    yDomain: null,
    classes: 2,
    columns: [],
    images: false,
    classNames: [],
    inputs: [0, 1],
    testFraction: 0,
  },
  network: {
    ...standard.network,
    kind: 'dense',
    hidden: [5],
    activation: 'relu',
    channels: [2],
    kernelSize: 3,
    cell: 'lstm',
    window: 4,
    sharpening: false,
  },
  prior: {
    ...standard.prior,
    kind: 'gaussian',
    scaling: 'fixed',
    sigma: 0.8,
    pi: 0.4,
    sigma1: 1.1,
    sigma2: 0.2,
    scale: 0.7,
  },
  likelihood: { ...standard.likelihood, kind: 'gaussian', noise: 0.3, learn: true },
  inference: {
    ...standard.inference,
    method: 'bayes-by-backprop',
    estimator: 'weight-sampling',
    kl: 'analytic',
    samples: 2,
    batchSize: 'full',
    klSchedule: 'uniform',
    klWeight: 1,
    initialSigma: 0.3,
    optimizer: { kind: 'adam', learningRate: 0.01 },
    dropoutRate: 0.1,
  },
  prediction: {
    ...standard.prediction,
    samples: 100,
    interval: 0.9,
    origin: 'tail',
    slice: 0,
    pruned: 0,
  },
  bandit: { ...standard.bandit, seed: 1, agents: ['thompson'], units: 8, priorSigma: 0.5, samples: 2 },
  view: {
    ...standard.view,
    panels: [],
    theme: 'system',
    autoplay: false,
    embed: false,
    engine: 'reference',
    step: 0,
    speed: 'normal',
    stop: 'converged',
    stopAt: 0,
    compare: [],
    sweep: [],
    challenge: [],
    present: false,
    draw: 'off',
    drawIndex: 0,
    units: 'nats',
  },
};

/** A small valid experiment for tests of the engines, with the given changes. */
export function testExperiment(changes: Changes = {}): Experiment {
  const merged: Record<string, unknown> = { ...plain };
  for (const [section, values] of Object.entries(changes))
    merged[section] =
      typeof values === 'object' ? { ...(plain[section as keyof Experiment] as object), ...values } : values;
  return merged as unknown as Experiment;
}

/** n points of a noisy sine. */
export function sinePoints(n: number, seed = 1): readonly Point[] {
  const random = createRandom(seed, streams.data);
  return Array.from({ length: n }, () => {
    const x = uniform(random, -2, 3);
    return { x: [x], y: 4 + 2 * Math.sin(2 * x) + 0.1 * standardNormal(random) };
  });
}

/** Seven points with three inputs; y is a number, or one of `classes` classes. */
export function threeInputs(classes: number, task: 'regression' | 'classification') {
  const random = createRandom(5, 1);
  return Array.from({ length: 7 }, (_, i) => ({
    x: [standardNormal(random), 10 * standardNormal(random), 3 + standardNormal(random)],
    y: task === 'classification' ? i % classes : standardNormal(random),
  }));
}

/** Bayesian linear regression of golden.json: kernel and bias, no hidden layer, data in their own units. */
export function linearProblem(changes: Changes = {}): Problem {
  const truth = golden.bayesian_linear_regression[0]!;
  return prepareProblem(
    testExperiment({
      ...changes,
      dataset: {
        points: truth.X.map((row, i) => ({ x: [row[1]!], y: truth.y[i]! })),
        standardize: false,
        ...changes.dataset,
      },
      network: { hidden: [] },
      prior: { sigma: 1, ...changes.prior },
      likelihood: { noise: truth.noise_sigma, learn: false },
    }),
  );
}
