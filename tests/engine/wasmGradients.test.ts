import { describe, expect, it } from 'vitest';
import { wasmCapabilities } from '../../src/engine/wasm/index.ts';
import { supports } from '../../src/experiment/engine/engineCapabilities.ts';
import { type EstimatorKind, estimators, klSchedules } from '../../src/model/estimators/index.ts';
import { type LikelihoodKind, likelihoods } from '../../src/model/likelihoods/index.ts';
import { type ActivationKind, activations } from '../../src/model/networks/index.ts';
import { type PriorKind, priors } from '../../src/model/priors/index.ts';
import { type Changes, sinePoints, threeInputs } from '../reference/problems.ts';
import { objectiveErrors, perturbedProblem } from './agreement.ts';

const estimatorKinds = Object.keys(estimators) as EstimatorKind[];
const priorKinds = Object.keys(priors) as PriorKind[];
const scheduleKinds = Object.keys(klSchedules) as (keyof typeof klSchedules)[];
const kls = ['analytic', 'monte-carlo'] as const;

async function expectAgreement(changes: Changes): Promise<void> {
  const { problem, start } = perturbedProblem(changes);
  expect(supports(wasmCapabilities, problem.experiment)).toBe(true);
  for (const step of [4, 5]) {
    const errors = await objectiveErrors(problem, start.parameters, step);
    expect(errors.costs).toBeLessThan(1e-5);
    expect(errors.gradient).toBeLessThan(1e-3);
  }
}

describe.each(estimatorKinds)(
  'costs and gradients by %s equal the reference’s, element by element, on the same noise',
  (estimator) => {
    const agrees = ({ inference, ...changes }: Changes) =>
      expectAgreement({ ...changes, inference: { estimator, ...inference } });

    for (const kind of priorKinds)
      for (const kl of priors[kind].divergence ? kls : (['monte-carlo'] as const))
        for (const scaling of ['fixed', 'fan-in'] as const)
          it(`for the ${kind} prior, ${scaling}, with ${kl} KL`, () =>
            agrees({ prior: { kind, scaling }, network: { hidden: [6, 3] }, inference: { kl, samples: 3 } }));

    it.each(Object.keys(activations) as ActivationKind[])('through %s, two hidden layers', (activation) =>
      agrees({ network: { activation, hidden: [7, 3] } }),
    );

    it.each(Object.keys(likelihoods) as LikelihoodKind[])('of the %s likelihood, three inputs', (kind) => {
      const { task } = likelihoods[kind];
      const points = threeInputs(kind === 'bernoulli' ? 2 : 3, task);
      return agrees({ dataset: { points, task }, likelihood: { kind } });
    });

    for (const hidden of [[], [1], [3], [5], [50], [5, 1], [1, 3], [3, 50], [50, 5], [8, 4, 12]])
      for (const n of [1, 7, 100])
        it(`of hidden layers [${hidden}] at n = ${n}`, () =>
          agrees({ dataset: { points: sinePoints(n) }, network: { hidden, activation: 'tanh' } }));

    it('of more rows than one tile', () =>
      agrees({
        dataset: { points: sinePoints(300) },
        network: { hidden: [9, 5], activation: 'silu' },
        inference: { batchSize: 259 },
      }));

    it.each(scheduleKinds)('of a minibatch under the %s schedule', (klSchedule) =>
      agrees({ inference: { batchSize: 3, klSchedule, klWeight: 0.4 } }),
    );

    it('with fixed noise', () => agrees({ likelihood: { learn: false } }));

    it('without any data', () => agrees({ dataset: { points: [] } }));
  },
);

describe.each(priorKinds)('the %s prior', (kind) => {
  it.each([1e-3, 1, 40])('has the reference’s gradient at weights around %f', async (size) => {
    const { problem, start } = perturbedProblem({
      prior: { kind, sigma1: 1, sigma2: 0.0025 },
      dataset: { points: [] },
      inference: { kl: 'monte-carlo', samples: 1 },
    });
    const { parameterCount } = problem.plan;
    for (let i = 0; i < parameterCount; i++) start.parameters[i]! *= size;
    start.parameters.fill(-9, parameterCount, 2 * parameterCount);
    const { costs, gradient } = await objectiveErrors(problem, start.parameters, 0);
    expect(costs).toBeLessThan(1e-5);
    expect(gradient).toBeLessThan(1e-3);
  });
});
