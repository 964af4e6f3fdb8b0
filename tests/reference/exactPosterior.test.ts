import { expect, test } from 'vitest';
import {
  exactCurve,
  exactPosterior,
  hasExactPosterior,
} from '../../src/experiment/pictures/exactPosterior.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { golden } from './golden.ts';
import { linearProblem, sinePoints, testExperiment } from './problems.ts';

const truth = golden.bayesian_linear_regression[0]!;

test('the posterior of the linear model equals the golden one', () => {
  const { mean, covariance } = exactPosterior(linearProblem());
  // golden.json lists intercept, slope; the project's order is kernel, bias.
  const swap = [1, 0];
  swap.forEach((from, to) => {
    expect(mean[to]).toBeCloseTo(truth.exact.mean[from]!, 9);
    swap.forEach((column, k) => {
      expect(covariance[to * 2 + k]).toBeCloseTo(truth.exact.cov[from]![column]!, 9);
    });
  });
});

test('its predictive is in the data’s units, standardised or not', () => {
  const raw = linearProblem();
  const curve = exactCurve(raw);
  const { mean, covariance } = exactPosterior(raw);
  curve.x.forEach((x, i) => {
    expect(curve.mean[i]).toBeCloseTo(mean[0]! * x + mean[1]!, 9);
    expect(curve.epistemicSigma[i]! ** 2).toBeCloseTo(
      x * x * covariance[0]! + 2 * x * covariance[1]! + covariance[3]!,
      9,
    );
    expect(curve.aleatoricSigma[i]).toBeCloseTo(truth.noise_sigma, 12);
  });
  const wide = { prior: { sigma: 1e4 } };
  const plain = exactCurve(linearProblem(wide));
  const scaled = exactCurve(linearProblem({ ...wide, dataset: { standardize: true } }));
  scaled.mean.forEach((value, i) => expect(value).toBeCloseTo(plain.mean[i]!, 4));
  scaled.epistemicSigma.forEach((value, i) => expect(value).toBeCloseTo(plain.epistemicSigma[i]!, 4));
});

test('its bands contain their share of a normal, and nest', () => {
  const curve = exactCurve(linearProblem({ prediction: { interval: 0.9 } }));
  curve.x.forEach((_, i) => {
    expect(curve.epistemicUpper[i]! - curve.mean[i]!).toBeCloseTo(
      1.6448536269514722 * curve.epistemicSigma[i]!,
      9,
    );
    expect(curve.upper[i]!).toBeGreaterThan(curve.epistemicUpper[i]!);
    expect(curve.lower[i]!).toBeLessThan(curve.epistemicLower[i]!);
  });
});

test('only a linear model with Gaussian prior and known Gaussian noise has one', () => {
  const linear = {
    dataset: { points: sinePoints(5) },
    network: { hidden: [] },
    likelihood: { learn: false },
  };
  expect(hasExactPosterior(testExperiment(linear))).toBe(true);
  expect(hasExactPosterior(testExperiment({ ...linear, network: { hidden: [3] } }))).toBe(false);
  expect(hasExactPosterior(testExperiment({ ...linear, prior: { kind: 'laplace' } }))).toBe(false);
  expect(hasExactPosterior(testExperiment({ ...linear, likelihood: { learn: true } }))).toBe(false);
  expect(exactPosterior(prepareProblem(testExperiment(linear))).mean.every(Number.isFinite)).toBe(true);
});
