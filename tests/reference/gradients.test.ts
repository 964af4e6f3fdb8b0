import { describe, expect, it } from 'vitest';
import { initialState } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { type EstimatorKind, estimators } from '../../src/model/estimators/index.ts';
import { type LikelihoodKind, likelihoods } from '../../src/model/likelihoods/index.ts';
import { type ActivationKind, activations } from '../../src/model/networks/index.ts';
import { type PriorKind, priors } from '../../src/model/priors/index.ts';
import { freeEnergyGradient } from '../../src/reference/index.ts';
import { gradientError } from './gradientError.ts';
import { type Changes, sinePoints, testExperiment, threeInputs } from './problems.ts';

const priorKinds = Object.keys(priors) as PriorKind[];
const activationKinds = Object.keys(activations) as ActivationKind[];

const estimatorKinds = Object.keys(estimators) as EstimatorKind[];
const likelihoodKinds = Object.keys(likelihoods) as LikelihoodKind[];

describe.each(estimatorKinds)('gradients by %s equal finite differences', (estimator) => {
  for (const kind of priorKinds)
    for (const kl of priors[kind].divergence
      ? (['analytic', 'monte-carlo'] as const)
      : (['monte-carlo'] as const))
      it(`for the ${kind} prior with ${kl} KL`, () => {
        expect(gradientError({ prior: { kind }, inference: { estimator, kl, samples: 3 } })).toBeLessThan(
          1e-6,
        );
      });

  it.each(activationKinds)('through %s, two hidden layers', (activation) => {
    expect(gradientError({ network: { activation, hidden: [4, 3] }, inference: { estimator } })).toBeLessThan(
      1e-6,
    );
  });

  it.each(likelihoodKinds)('of the %s likelihood, three inputs', (kind) => {
    const { task } = likelihoods[kind];
    const points = threeInputs(kind === 'bernoulli' ? 2 : 3, task);
    const changes: Changes = { dataset: { points, task }, likelihood: { kind }, inference: { estimator } };
    expect(gradientError(changes)).toBeLessThan(1e-6);
  });

  it('for a linear model', () => {
    expect(gradientError({ network: { hidden: [] }, inference: { estimator } })).toBeLessThan(1e-6);
  });

  it('in a minibatch, with a KL weight and a prior scaled by fan-in', () => {
    const changes: Changes = {
      prior: { scaling: 'fan-in' },
      inference: { estimator, batchSize: 3, klWeight: 0.4 },
    };
    expect(gradientError(changes)).toBeLessThan(1e-6);
  });

  it('with fixed noise, whose own gradient is then exactly zero', () => {
    expect(gradientError({ likelihood: { learn: false }, inference: { estimator } })).toBeLessThan(1e-6);
    const problem = prepareProblem(
      testExperiment({ dataset: { points: sinePoints(7) }, likelihood: { learn: false } }),
    );
    const { parameters } = initialState(problem);
    expect(freeEnergyGradient(problem, parameters, 0).gradient.at(-1)).toBe(0);
  });
});

describe('the objective', () => {
  it('without data is the complexity cost alone', () => {
    const problem = prepareProblem(testExperiment());
    const { costs, gradient } = freeEnergyGradient(problem, initialState(problem).parameters, 0);
    expect(costs.likelihoodCost).toBe(0);
    expect(costs.complexityCost).toBeGreaterThan(0);
    expect(gradient.at(-1)).toBe(0);
  });

  it('sums the KL over weights: twice the network, twice the cost', () => {
    const cost = (hidden: number[]) => {
      const problem = prepareProblem(testExperiment({ network: { hidden } }));
      const parameters = initialState(problem).parameters.fill(0.5);
      return freeEnergyGradient(problem, parameters, 0).costs.complexityCost / problem.plan.parameterCount;
    };
    expect(cost([10])).toBeCloseTo(cost([20]), 9);
  });

  it('has the same expected gradient whether an epoch is one batch or many, under both KL schedules', () => {
    const estimate = (changes: Changes['inference']) => {
      const problem = prepareProblem(
        testExperiment({
          dataset: { points: sinePoints(10) },
          inference: { initialSigma: 1e-4, ...changes },
        }),
      );
      const { parameters } = initialState(problem);
      const sum = new Float64Array(parameters.length);
      for (let step = 0; step < problem.batches; step++)
        freeEnergyGradient(problem, parameters, step).gradient.forEach((value, i) => (sum[i]! += value));
      return sum;
    };
    const whole = estimate({});
    // With ρ at σ = 1e-4 the draws are almost μ, so batches may differ only by the noise of ε: about 1e-4 of the
    // gradient.
    const largest = whole.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (const klSchedule of ['uniform', 'blundell'] as const)
      estimate({ batchSize: 3, klSchedule }).forEach((value, i) =>
        expect(Math.abs(value - whole[i]!)).toBeLessThan(1e-3 * largest),
      );
  });
});
