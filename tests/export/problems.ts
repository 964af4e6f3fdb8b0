import type { Point } from '../../src/datasets/index.ts';
import { type EstimatorKind, estimators } from '../../src/estimators/index.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { type Problem, prepareProblem } from '../../src/experiment/problem.ts';
import { type LikelihoodKind, likelihoods } from '../../src/likelihoods/index.ts';
import { createRandom, standardNormal, uniform } from '../../src/math/random.ts';
import { type OptimizerKind, optimizers } from '../../src/optimizers/index.ts';
import { type PriorKind, priors } from '../../src/priors/index.ts';

/** Parts of an experiment to change, one level deep. */
export type Changes = { readonly [Section in keyof Experiment]?: Partial<Experiment[Section]> };

const plain: Experiment = {
  version: 1,
  seed: 7,
  dataset: {
    id: 'custom',
    size: 1,
    noise: 0,
    points: [],
    task: 'regression',
    standardize: true,
    xDomain: null,
    yDomain: null,
  },
  network: { kind: 'dense', hidden: [6, 4], activation: 'tanh' },
  prior: { kind: 'gaussian', scaling: 'fixed', sigma: 0.8, pi: 0.4, sigma1: 1.1, sigma2: 0.2, scale: 0.7 },
  likelihood: { kind: 'gaussian', noise: 0.3, learn: true },
  inference: {
    method: 'bayes-by-backprop',
    estimator: 'local-reparameterization',
    kl: 'analytic',
    samples: 3,
    batchSize: 'full',
    klSchedule: 'uniform',
    klWeight: 1,
    initialSigma: 0.05,
    optimizer: { kind: 'adam', learningRate: 0.01 },
    dropoutRate: 0.1,
  },
  prediction: { samples: 40, interval: 0.9, pruned: 0 },
  view: { panels: [], theme: 'system', autoplay: false, embed: false, engine: 'reference', step: 0 },
};

const classCounts: Readonly<Record<LikelihoodKind, number>> = {
  gaussian: 0,
  heteroscedastic: 0,
  bernoulli: 2,
  categorical: 3,
};

/** n points of `inputCount` inputs: numbers far from standardised, or the given number of classes. */
function somePoints(n: number, inputCount: number, classes: number): readonly Point[] {
  const random = createRandom(5, 0);
  return Array.from({ length: n }, (_, row) => {
    const x = Array.from({ length: inputCount }, () => uniform(random, -2, 6));
    const y = classes > 0 ? row % classes : 40 + 7 * Math.sin(x[0]!) + standardNormal(random);
    return { x, y };
  });
}

/** A small problem of any likelihood with points that suit it, ready to export. */
export function exportedProblem(changes: Changes = {}, inputCount = 1, n = 12): Problem {
  const kind = changes.likelihood?.kind ?? 'gaussian';
  const classes = classCounts[kind];
  const task = classes > 0 ? 'classification' : 'regression';
  const experiment = {
    ...plain,
    ...changes,
    dataset: { ...plain.dataset, points: somePoints(n, inputCount, classes), task, ...changes.dataset },
    network: { ...plain.network, ...changes.network },
    prior: { ...plain.prior, ...changes.prior },
    likelihood: { ...plain.likelihood, ...changes.likelihood },
    inference: { ...plain.inference, ...changes.inference },
    prediction: { ...plain.prediction, ...changes.prediction },
    view: plain.view,
  } as Experiment;
  return prepareProblem(experiment);
}

/** One exported experiment for each prior, likelihood, estimator and optimiser, the other choices taking turns. */
export const everyCombination = combinations();

function combinations() {
  const all = [];
  for (const prior of Object.keys(priors) as PriorKind[])
    for (const likelihood of Object.keys(likelihoods) as LikelihoodKind[])
      for (const estimator of Object.keys(estimators) as EstimatorKind[])
        for (const optimizer of Object.keys(optimizers) as OptimizerKind[]) {
          const keys = { prior, likelihood, estimator, optimizer };
          all.push({ keys, problem: combination(keys, all.length) });
        }
  return all;
}

interface Keys {
  readonly prior: PriorKind;
  readonly likelihood: LikelihoodKind;
  readonly estimator: EstimatorKind;
  readonly optimizer: OptimizerKind;
}

function combination({ prior, likelihood, estimator, optimizer }: Keys, turn: number): Problem {
  const takesTurn = (every: number) => Math.floor(turn / every) % 2 === 1;
  const sampled = takesTurn(1) || priors[prior].divergence === null;
  const changes: Changes = {
    prior: { kind: prior, scaling: takesTurn(2) ? 'fan-in' : 'fixed' },
    likelihood: { kind: likelihood, learn: takesTurn(4) },
    inference: {
      estimator,
      kl: sampled ? 'monte-carlo' : 'analytic',
      batchSize: takesTurn(3) ? 5 : 'full',
      klSchedule: takesTurn(5) ? 'blundell' : 'uniform',
      optimizer: { kind: optimizer, learningRate: 0.001 },
    },
    prediction: { pruned: takesTurn(7) ? 0.3 : 0 },
  };
  return exportedProblem(changes, takesTurn(6) ? 2 : 1);
}
