import { beforeAll, describe, expect, it } from 'vitest';
import { webglCapabilities } from '../../src/engine/webgl/capabilities.ts';
import { freeEnergyGradientWebgl, prepareWebgl } from '../../src/engine/webgl/index.ts';
import { type LikelihoodKind, likelihoods } from '../../src/model/likelihoods/index.ts';
import { type ActivationKind, activations } from '../../src/model/networks/index.ts';
import { type PriorKind, priors } from '../../src/model/priors/index.ts';
import { perturbedProblem } from '../engine/perturbed.ts';
import { type Changes, sinePoints, threeInputs } from '../reference/problems.ts';
import { objectiveErrors } from './webglSupport.ts';

const { estimators: estimatorKinds } = webglCapabilities;
const priorKinds = Object.keys(priors) as PriorKind[];
const kls = ['analytic', 'monte-carlo'] as const;

async function expectAgreement(changes: Changes, steps = [4]): Promise<void> {
  const { problem, start } = perturbedProblem(changes);
  for (const step of steps) {
    const errors = await objectiveErrors(problem, start.parameters, step);
    expect(errors.costs).toBeLessThan(1e-5);
    expect(errors.gradient).toBeLessThan(1e-3);
  }
}

beforeAll(async () => {
  expect(await prepareWebgl()).toBe(true);
});

describe.each(estimatorKinds)(
  'costs and gradients by %s equal the reference’s, element by element, on the same noise',
  (estimator) => {
    const agrees = ({ inference, ...changes }: Changes, steps?: number[]) =>
      expectAgreement({ ...changes, inference: { estimator, ...inference } }, steps);

    for (const kind of priorKinds)
      for (const kl of priors[kind].divergence ? kls : (['monte-carlo'] as const))
        it(`for the ${kind} prior, fixed and by fan-in, with ${kl} KL`, async () => {
          for (const scaling of ['fixed', 'fan-in'] as const)
            await agrees({
              prior: { kind, scaling },
              network: { hidden: [6, 3] },
              inference: { kl, samples: 3, klWeight: 0.7 },
            });
        });

    it.each(Object.keys(activations) as ActivationKind[])('through %s, two hidden layers', (activation) =>
      agrees({ network: { activation, hidden: [7, 3] } }),
    );

    it.each(Object.keys(likelihoods) as LikelihoodKind[])('of the %s likelihood, three inputs', (kind) => {
      const { task } = likelihoods[kind];
      const points = threeInputs(kind === 'bernoulli' ? 2 : 3, task);
      return agrees({ dataset: { points, task }, likelihood: { kind } });
    });

    it('of six classes, more than one texel holds', () => {
      const task = 'classification' as const;
      return agrees({ dataset: { points: threeInputs(6, task), task }, likelihood: { kind: 'categorical' } });
    });

    for (const hidden of [[], [1], [3], [8], [5, 1], [1, 3], [4, 9], [8, 4, 12], [3, 5, 2, 6, 3, 2]])
      it(`of hidden layers [${hidden}]`, () => agrees({ network: { hidden, activation: 'tanh' } }));

    it.each([1, 3, 70])('of %d points, with a sampled complexity cost', (n) =>
      agrees({
        dataset: { points: sinePoints(n) },
        network: { hidden: [5], activation: 'silu' },
        inference: { kl: 'monte-carlo' },
      }),
    );

    it('of every minibatch of two epochs with a shorter last one', () =>
      agrees(
        { inference: { batchSize: 3, klSchedule: 'blundell', klWeight: 0.4 }, prior: { scaling: 'fan-in' } },
        [0, 1, 2, 3, 4, 5],
      ));

    it('with fixed noise', () => agrees({ likelihood: { learn: false } }));

    it('without any data', () => agrees({ dataset: { points: [] } }));

    it('on the noise of the largest seed and a late step', async () => {
      const { problem, start } = perturbedProblem({ seed: 2 ** 32 - 1, inference: { estimator } });
      expect((await objectiveErrors(problem, start.parameters, 999_999)).gradient).toBeLessThan(1e-3);
    });
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

it('costs of a network out of range are not finite', async () => {
  const { problem, start } = perturbedProblem({});
  start.parameters.fill(1e30, 0, problem.plan.parameterCount);
  const { costs } = await freeEnergyGradientWebgl(problem, start.parameters, 0);
  expect(costs.complexityCost).toBe(Number.POSITIVE_INFINITY);
  expect(Number.isFinite(costs.likelihoodCost)).toBe(false);
});
