import { describe, expect, it } from 'vitest';
import { likelihoods, logMeanExp, summarizeMixture } from '../../../src/model/likelihoods/index.ts';
import { golden, relativeError } from '../../reference/golden.ts';

const truth = golden.regression_predictive;
const slope = new Float64Array(2);
const draws = Float64Array.from(truth.f);

describe('the predictive distribution', () => {
  const summary = summarizeMixture(
    draws,
    draws.map(() => truth.noise_sigma),
    0.9,
  );

  it('splits its variance into the disagreement of the draws and the noise', () => {
    expect(relativeError(summary.mean, truth.mean)).toBeLessThan(1e-9);
    expect(relativeError(summary.epistemicSigma ** 2, truth.epistemic_var)).toBeLessThan(1e-9);
    expect(
      relativeError(summary.epistemicSigma ** 2 + summary.aleatoricSigma ** 2, truth.total_var),
    ).toBeLessThan(1e-9);
  });

  it('puts the band of y outside the band of f', () => {
    expect(summary.lower).toBeLessThan(summary.epistemicLower);
    expect(summary.upper).toBeGreaterThan(summary.epistemicUpper);
  });

  it('scores a target by the log of the mean density, not the mean of the logs nor one matched normal', () => {
    const score = logMeanExp(
      draws.map((_, s) => -likelihoods.gaussian.cost(truth.y, draws, s, Math.log(truth.noise_sigma), slope)),
    );
    expect(relativeError(score, truth.log_lik_mixture)).toBeLessThan(1e-9);
    expect(Math.abs(score - truth.log_lik_WRONG_mean_of_logs)).toBeGreaterThan(0.1);
    expect(Math.abs(score - truth.log_lik_moment_matched)).toBeGreaterThan(0.1);
  });

  it('has the golden cost at each draw, and at one normal with its moments', () => {
    const cost = (f: number, sigma: number) =>
      likelihoods.gaussian.cost(truth.y, Float64Array.of(f), 0, Math.log(sigma), slope);
    const meanOfLogs = truth.f.reduce((sum, f) => sum - cost(f, truth.noise_sigma) / truth.f.length, 0);
    expect(relativeError(meanOfLogs, truth.log_lik_WRONG_mean_of_logs)).toBeLessThan(1e-9);
    const total = Math.hypot(summary.epistemicSigma, summary.aleatoricSigma);
    expect(relativeError(-cost(summary.mean, total), truth.log_lik_moment_matched)).toBeLessThan(1e-9);
  });
});
