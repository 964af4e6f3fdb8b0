import { describe, expect, it } from 'vitest';
import { type EstimatorKind, estimators } from '../../src/estimators/index.ts';
import { sigmoid } from '../../src/math/special.ts';
import { gradientMoments } from '../../src/reference/gradientVariance.ts';
import { freeEnergyGradient, gradientVariance } from '../../src/reference/index.ts';
import { golden } from '../reference/golden.ts';
import { biasLast, linearUnit, moments } from './linearUnit.ts';

const DRAWS = 20_000;
const cases = golden.gradient_variance.cases;
const names = {
  'weight-sampling': 'weight',
  'local-reparameterization': 'local',
  flipout: 'flipout',
} as const;
const kinds = Object.keys(estimators) as EstimatorKind[];

describe.each(cases.map((one) => [one.M, one] as const))('a linear unit with %i examples', (_m, one) => {
  it.each(kinds)(
    'has the exact mean and variance of every gradient by %s, within four standard errors',
    (kind) => {
      const { problem, parameters } = linearUnit(one, kind);
      const count = one.mu.length;
      const gradients = Array.from({ length: 2 * count }, () => [] as number[]);
      for (let step = 0; step < DRAWS; step++) {
        const { gradient } = freeEnergyGradient(problem, parameters, step);
        for (let i = 0; i < 2 * count; i++)
          gradients[i]!.push(i < count ? gradient[i]! : gradient[i]! / sigmoid(parameters[i]!));
      }
      const exact = one.analytic[names[kind]];
      const means = [...biasLast(one.analytic.E_dmu), ...biasLast(one.analytic.E_dsigma)];
      const variances = [...biasLast(exact.mu), ...biasLast(exact.sigma)];
      gradients.forEach((values, i) => {
        const { mean, meanError, variance, varianceError } = moments(values);
        expect(Math.abs(mean - means[i]!)).toBeLessThan(4 * meanError);
        expect(Math.abs(variance - variances[i]!)).toBeLessThan(4 * varianceError);
      });
    },
  );

  it('is measured live as the total over μ and ρ', () => {
    for (const kind of kinds) {
      const { problem, parameters } = linearUnit(one, kind);
      const { variance } = gradientMoments(problem, parameters, kind, 4000);
      const exact = one.analytic[names[kind]];
      const slopes = biasLast(one.sigma).map((sigma) => -Math.expm1(-sigma));
      const total =
        biasLast(exact.mu).reduce((sum, value) => sum + value, 0) +
        biasLast(exact.sigma).reduce((sum, value, i) => sum + value * slopes[i]! ** 2, 0);
      const measured = variance.reduce((sum, value) => sum + value, 0);
      // A variance from n draws of a heavy-tailed gradient: about √(20/n) of it.
      expect(Math.abs(measured / total - 1)).toBeLessThan(4 * Math.sqrt(20 / 4000));
      expect(gradientVariance(problem, parameters, 4000)[kind]).toBeCloseTo(measured, 9);
    }
  });
});

it('in a batch, local reparameterisation is steadier than Flipout, and Flipout than weight sampling', () => {
  const many = cases.find(({ M }) => M > 1)!;
  const { problem, parameters } = linearUnit(many, 'weight-sampling');
  const variance = gradientVariance(problem, parameters, 2000);
  expect(variance['local-reparameterization']).toBeLessThan(variance.flipout);
  expect(variance.flipout).toBeLessThan(variance['weight-sampling']);
});
