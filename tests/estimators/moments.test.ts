import { describe, expect, it } from 'vitest';
import { type EstimatorKind, estimators } from '../../src/estimators/index.ts';
import { posteriorOf } from '../../src/experiment/state.ts';
import { likelihoodSamples } from '../../src/reference/estimators.ts';
import { weightNoise } from '../../src/reference/noise.ts';
import { golden } from '../reference/golden.ts';
import { linearUnit, moments } from './linearUnit.ts';

const DRAWS = 20_000;
const one = golden.gradient_variance.cases.find(({ M }) => M > 1)!;

/** Outputs of every draw, [draws][examples], by an estimator. */
function outputsBy(kind: EstimatorKind): readonly (readonly number[])[] {
  const { problem, parameters } = linearUnit(one, kind);
  const { mu, sigma } = posteriorOf(problem, parameters);
  const outputs: number[][] = [];
  for (let step = 0; step < DRAWS; step++) {
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
        outputs.push([...values]);
        return new Float64Array(values.length);
      },
      gradientMu: new Float64Array(mu.length),
      gradientSigma: new Float64Array(mu.length),
    });
  }
  return outputs;
}

describe.each(Object.keys(estimators) as EstimatorKind[])('outputs by %s', (kind) => {
  const outputs = outputsBy(kind);
  const covariance = one.output_cov.weight_sampling;

  it('have each example’s exact mean and variance, within four standard errors', () => {
    one.output_mean.forEach((mean, m) => {
      const sampled = moments(outputs.map((draw) => draw[m]!));
      expect(Math.abs(sampled.mean - mean)).toBeLessThan(4 * sampled.meanError);
      expect(Math.abs(sampled.variance - covariance[m]![m]!)).toBeLessThan(4 * sampled.varianceError);
    });
  });

  it('vary between examples as theory says: together for weight sampling, apart for the others', () => {
    for (const [first, second] of [
      [0, 1],
      [2, 9],
      [5, 15],
    ] as const) {
      const products = outputs.map(
        (draw) => (draw[first]! - one.output_mean[first]!) * (draw[second]! - one.output_mean[second]!),
      );
      const { mean, meanError } = moments(products);
      const exact = kind === 'weight-sampling' ? covariance[first]![second]! : 0;
      expect(Math.abs(mean - exact)).toBeLessThan(4 * meanError);
    }
  });
});

it('the examples compared are correlated under weight sampling, so that the claim could fail', () => {
  const covariance = one.output_cov.weight_sampling;
  expect(Math.abs(covariance[0]![1]!)).toBeGreaterThan(0.05);
  expect(Math.abs(covariance[2]![9]!)).toBeGreaterThan(0.005);
});
