import { describe, expect, it } from 'vitest';
import { initialState, posteriorOf } from '../../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import type { Problem } from '../../../src/experiment/problem/problem.ts';
import { type EstimatorKind, estimators } from '../../../src/model/estimators/index.ts';
import { likelihoodSamples } from '../../../src/reference/estimators.ts';
import { weightNoise } from '../../../src/reference/noise.ts';
import { golden } from '../../reference/golden.ts';
import { sinePoints, testExperiment } from '../../reference/problems.ts';
import { linearUnit, moments } from './linearUnit.ts';

const DRAWS = 20_000;
const one = golden.gradient_variance.cases.find(({ M }) => M > 1)!;
const kinds = Object.keys(estimators) as EstimatorKind[];

interface Posed {
  readonly problem: Problem;
  readonly parameters: Float64Array;
}

/** The output of every example over draws, [examples][draws], by an estimator. */
function outputsBy(
  kind: EstimatorKind,
  { problem, parameters }: Posed,
  firstStep = 0,
): readonly (readonly number[])[] {
  const { mu, sigma } = posteriorOf(problem, parameters);
  const outputs = Array.from({ length: problem.n }, () => [] as number[]);
  for (let step = firstStep; step < firstStep + DRAWS; step++) {
    const epsilon = weightNoise(mu.length, problem.experiment.seed, step, 0);
    likelihoodSamples[kind]({
      problem,
      mu,
      sigma,
      weights: mu.map((m, i) => m + sigma[i]! * epsilon[i]!),
      epsilon,
      step,
      sample: 0,
      inputs: problem.inputs,
      rows: problem.n,
      cost: (values) => {
        values.forEach((f, example) => outputs[example]!.push(f));
        return new Float64Array(values.length);
      },
      gradientMu: new Float64Array(mu.length),
      gradientSigma: new Float64Array(mu.length),
    });
  }
  return outputs;
}

describe.each(kinds)('outputs of a linear unit by %s', (kind) => {
  const outputs = outputsBy(kind, linearUnit(one, kind));
  const covariance = one.output_cov.weight_sampling;

  it('have each example’s exact mean and variance, within four standard errors', () => {
    one.output_mean.forEach((mean, m) => {
      const sampled = moments(outputs[m]!);
      expect(Math.abs(sampled.mean - mean)).toBeLessThan(4 * sampled.meanError);
      expect(Math.abs(sampled.variance - covariance[m]![m]!)).toBeLessThan(4 * sampled.varianceError);
    });
  });

  it('vary between examples as theory states: together for weight sampling, independently for the others', () => {
    for (let first = 0; first < one.M; first++)
      for (let second = 0; second < first; second++) {
        const products = outputs[first]!.map(
          (f, draw) => (f - one.output_mean[first]!) * (outputs[second]![draw]! - one.output_mean[second]!),
        );
        const { mean, meanError } = moments(products);
        const exact = kind === 'weight-sampling' ? covariance[first]![second]! : 0;
        expect(Math.abs(mean - exact)).toBeLessThan(4 * meanError);
      }
  });
});

it('the compared examples are mostly correlated under weight sampling, so that the claim could fail', () => {
  const covariance = one.output_cov.weight_sampling;
  const correlations = covariance.flatMap((row, m) =>
    row.slice(0, m).map((value, n) => Math.abs(value) / Math.sqrt(covariance[m]![m]! * covariance[n]![n]!)),
  );
  // The standard error of a correlation of zero is 1/√20,000 = 0.007.
  const clear = correlations.filter((correlation) => correlation > 0.1);
  expect(clear.length).toBeGreaterThan(0.5 * correlations.length);
});

describe.each(['local-reparameterization', 'flipout'] as const)(
  'outputs of two hidden layers by %s',
  (kind) => {
    it('have in each example the distribution of weight sampling, within four standard errors', () => {
      const problem = prepareProblem(
        testExperiment({
          dataset: { points: sinePoints(5) },
          network: { hidden: [4, 3], activation: 'tanh' },
          inference: { initialSigma: 0.5 },
        }),
      );
      const { parameters } = initialState(problem);
      const byWeights = outputsBy('weight-sampling', { problem, parameters });
      // Separate steps, so that the two samples share no noise.
      outputsBy(kind, { problem, parameters }, DRAWS).forEach((values, example) => {
        const [sampled, truth] = [moments(values), moments(byWeights[example]!)];
        expect(Math.abs(sampled.mean - truth.mean)).toBeLessThan(
          4 * Math.hypot(sampled.meanError, truth.meanError),
        );
        expect(Math.abs(sampled.variance - truth.variance)).toBeLessThan(
          4 * Math.hypot(sampled.varianceError, truth.varianceError),
        );
      });
    });
  },
);
