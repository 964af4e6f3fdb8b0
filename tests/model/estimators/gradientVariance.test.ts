import { describe, expect, it } from 'vitest';
import { sigmoid } from '../../../src/math/special.ts';
import { type EstimatorKind, estimators } from '../../../src/model/estimators/index.ts';
import { gradientMoments } from '../../../src/reference/gradientVariance.ts';
import { freeEnergyGradient, gradientVariance } from '../../../src/reference/index.ts';
import { golden } from '../../reference/golden.ts';
import { biasLast, type Case, linearUnit, moments } from './linearUnit.ts';

/** Relative standard error of the variance of this many heavy-tailed gradients: about 3 %. */
const DRAWS = 20_000;
/** Number of draws of golden.json’s own Monte Carlo values. */
const THEIR_DRAWS = 1e6;
const { cases } = golden.gradient_variance;
const names = {
  'weight-sampling': 'weight',
  'local-reparameterization': 'local',
  flipout: 'flipout',
} as const;
const kinds = Object.keys(estimators) as EstimatorKind[];

/** Gradients by [mu | sigma], or by [mu | rho] where `bySigma` is false: [2P][draws]. */
function gradientsBy(one: Case, kind: EstimatorKind, bySigma = true): readonly (readonly number[])[] {
  const { problem, parameters } = linearUnit(one, kind);
  const count = one.mu.length;
  const gradients = Array.from({ length: 2 * count }, () => [] as number[]);
  for (let step = 0; step < DRAWS; step++) {
    const { gradient } = freeEnergyGradient(problem, parameters, step);
    for (let i = 0; i < 2 * count; i++)
      gradients[i]!.push(i < count || !bySigma ? gradient[i]! : gradient[i]! / sigmoid(parameters[i]!));
  }
  return gradients;
}

/** Σ_i Var[∂F/∂θ_i] and its standard error: the summed squared deviations of each draw. */
function total(gradients: readonly (readonly number[])[]): { mean: number; meanError: number } {
  const means = gradients.map((values) => moments(values).mean);
  const squares = gradients[0]!.map((_, draw) =>
    gradients.reduce((sum, values, i) => sum + (values[draw]! - means[i]!) ** 2, 0),
  );
  return moments(squares);
}

describe.each(cases.map((one) => [one.M, one] as const))('a linear unit with %i examples', (_m, one) => {
  const gradients = Object.fromEntries(
    kinds.map((kind) => [kind, gradientsBy(one, kind)] as const),
  ) as Record<EstimatorKind, readonly (readonly number[])[]>;

  it.each(kinds)(
    'has the exact mean and variance of every gradient by %s, within four standard errors',
    (kind) => {
      const exact = one.analytic[names[kind]];
      const means = [...biasLast(one.analytic.E_dmu), ...biasLast(one.analytic.E_dsigma)];
      const variances = [...biasLast(exact.mu), ...biasLast(exact.sigma)];
      const theirs = one.monte_carlo_1e6[names[kind]];
      const theirMeans = [...biasLast(theirs.E_mu), ...biasLast(theirs.E_sigma)];
      const theirVariances = [...biasLast(theirs.mu), ...biasLast(theirs.sigma)];
      const both = Math.sqrt(1 + DRAWS / THEIR_DRAWS);
      gradients[kind].forEach((values, i) => {
        const { mean, meanError, variance, varianceError } = moments(values);
        expect(Math.abs(mean - means[i]!)).toBeLessThan(4 * meanError);
        expect(Math.abs(variance - variances[i]!)).toBeLessThan(4 * varianceError);
        expect(Math.abs(mean - theirMeans[i]!)).toBeLessThan(4 * meanError * both);
        expect(Math.abs(variance - theirVariances[i]!)).toBeLessThan(4 * varianceError * both);
        // For values of this size an error above 6 % would make the comparison meaningless.
        expect(varianceError).toBeLessThan(0.06 * variance);
      });
    },
  );

  it('has the exact ratios of those variances, within four standard errors', () => {
    const ratio = (above: EstimatorKind, below: EstimatorKind) => {
      const [first, second] = [total(gradients[above]), total(gradients[below])];
      const value = first.mean / second.mean;
      return {
        value,
        error: value * Math.hypot(first.meanError / first.mean, second.meanError / second.mean),
      };
    };
    const overLocal = ratio('weight-sampling', 'local-reparameterization');
    expect(Math.abs(overLocal.value - one.ratio_weight_over_local.total)).toBeLessThan(4 * overLocal.error);
    const overFlipout = ratio('weight-sampling', 'flipout');
    expect(Math.abs(overFlipout.value - one.ratio_weight_over_flipout_total)).toBeLessThan(
      4 * overFlipout.error,
    );
    const { mu, sigma } = one.ratio_weight_over_local;
    [...biasLast(mu), ...biasLast(sigma)].forEach((exact, i) => {
      const first = moments(gradients['weight-sampling'][i]!);
      const second = moments(gradients['local-reparameterization'][i]!);
      const relative = Math.hypot(
        first.varianceError / first.variance,
        second.varianceError / second.variance,
      );
      expect(Math.abs(first.variance / second.variance / exact - 1)).toBeLessThan(4 * relative);
    });
  });

  it('is measured during training as the total over μ and ρ, within four standard errors', () => {
    const draws = 4000;
    const { problem, parameters } = linearUnit(one, 'weight-sampling');
    const measured = gradientVariance(problem, parameters, draws)!;
    for (const kind of kinds) {
      const exact = one.analytic[names[kind]];
      const slopes = biasLast(one.sigma).map((sigma) => -Math.expm1(-sigma));
      const sum =
        biasLast(exact.mu).reduce((all, value) => all + value, 0) +
        biasLast(exact.sigma).reduce((all, value, i) => all + value * slopes[i]! ** 2, 0);
      const { meanError } = total(gradientsBy(one, kind, false));
      expect(Math.abs(measured[kind]!.gradient - sum)).toBeLessThan(4 * meanError * Math.sqrt(DRAWS / draws));
    }
    const { variance } = gradientMoments(problem, parameters, 'flipout', draws);
    expect(variance.reduce((all, value) => all + value, 0)).toBeCloseTo(measured.flipout!.gradient, 9);
  });

  const apart = (lower: EstimatorKind, upper: EstimatorKind) => {
    const [low, high] = [total(gradients[lower]), total(gradients[upper])];
    return (high.mean - low.mean) / Math.hypot(low.meanError, high.meanError);
  };

  it('is smaller by local reparameterisation than by Flipout, beyond four standard errors', () => {
    expect(apart('local-reparameterization', 'flipout')).toBeGreaterThan(4);
  });

  if (one.M > 1)
    it('is smaller by Flipout than by weight sampling, beyond four standard errors', () => {
      expect(apart('flipout', 'weight-sampling')).toBeGreaterThan(4);
    });

  if (one.M === 1)
    it('is equal by Flipout and by weight sampling, within four standard errors', () => {
      expect(Math.abs(apart('flipout', 'weight-sampling'))).toBeLessThan(4);
    });
});
