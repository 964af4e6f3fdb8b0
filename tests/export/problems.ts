import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { createRandom, standardNormal, uniform } from '../../src/math/random.ts';
import type { Point } from '../../src/model/datasets/index.ts';
import { type EstimatorKind, estimators } from '../../src/model/estimators/index.ts';
import { type LikelihoodKind, likelihoods } from '../../src/model/likelihoods/index.ts';
import { type OptimizerKind, optimizers } from '../../src/model/optimizers/index.ts';
import { type PriorKind, priors } from '../../src/model/priors/index.ts';
import { type Changes, testExperiment } from '../reference/problems.ts';

const classCounts: Readonly<Record<LikelihoodKind, number>> = {
  gaussian: 0,
  heteroscedastic: 0,
  bernoulli: 2,
  categorical: 3,
};

/** n points with `inputCount` inputs: values far from standardised, or `classes` classes. */
function somePoints(n: number, inputCount: number, classes: number): readonly Point[] {
  const random = createRandom(5, 0);
  return Array.from({ length: n }, (_, row) => {
    const x = Array.from({ length: inputCount }, () => uniform(random, -2, 6));
    const y = classes > 0 ? row % classes : 40 + 7 * Math.sin(x[0]!) + standardNormal(random);
    return { x, y };
  });
}

/** A small exportable problem with points that suit its likelihood. */
export function exportedProblem(changes: Changes = {}, inputCount = 1, n = 12): Problem {
  const kind = changes.likelihood?.kind ?? 'gaussian';
  const classes = classCounts[kind];
  const task = classes > 0 ? 'classification' : 'regression';
  const experiment = testExperiment({
    ...changes,
    seed: 7,
    dataset: { points: somePoints(n, inputCount, classes), task, ...changes.dataset },
    network: { hidden: [6, 4], activation: 'tanh', ...changes.network },
    inference: {
      estimator: 'local-reparameterization',
      samples: 3,
      initialSigma: 0.05,
      ...changes.inference,
    },
    prediction: { samples: 40, ...changes.prediction },
  });
  return prepareProblem(experiment);
}

/** One exported experiment per prior, likelihood, estimator and optimiser; the other choices rotate. */
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
  const takesSlot = (every: number) => Math.floor(turn / every) % 2 === 1;
  const sampled = takesSlot(1) || priors[prior].divergence === null;
  const changes: Changes = {
    prior: { kind: prior, scaling: takesSlot(2) ? 'fan-in' : 'fixed' },
    likelihood: { kind: likelihood, learn: takesSlot(4) },
    inference: {
      estimator,
      kl: sampled ? 'monte-carlo' : 'analytic',
      batchSize: takesSlot(3) ? 5 : 'full',
      klSchedule: takesSlot(5) ? 'blundell' : 'uniform',
      optimizer: { kind: optimizer, learningRate: 0.001 },
    },
    prediction: { pruned: takesSlot(7) ? 0.3 : 0 },
  };
  return exportedProblem(changes, takesSlot(6) ? 2 : 1);
}
