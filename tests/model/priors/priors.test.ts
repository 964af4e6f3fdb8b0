import { describe, expect, it } from 'vitest';
import { createRandom, streams } from '../../../src/math/random.ts';
import { type PriorKind, type PriorParameters, priors } from '../../../src/model/priors/index.ts';
import { golden, relativeError } from '../../reference/golden.ts';

const usual: PriorParameters = { sigma: 0.7, pi: 0.4, sigma1: 1.2, sigma2: 0.1, scale: 0.6 };
const kinds = Object.keys(priors) as PriorKind[];

describe.each(kinds)('the %s prior', (kind) => {
  const prior = priors[kind];

  it('integrates to one', () => {
    let mass = 0;
    const width = 1e-4;
    for (let w = -30 + width / 2; w < 30; w += width) mass += Math.exp(prior.logDensity(w, usual)) * width;
    expect(mass).toBeCloseTo(1, 6);
  });

  it('has the derivative that finite differences give', () => {
    for (const w of [-3, -0.4, 0.02, 0.3, 2.5]) {
      const h = 1e-6;
      const numeric = (prior.logDensity(w + h, usual) - prior.logDensity(w - h, usual)) / (2 * h);
      expect(relativeError(prior.logDensityDerivative(w, usual), numeric)).toBeLessThan(1e-6);
    }
  });

  it('draws with the prior’s standard deviation, within four standard errors', () => {
    const random = createRandom(11, streams.data);
    const count = 50_000;
    let squares = 0;
    let fourths = 0;
    for (let i = 0; i < count; i++) {
      const square = prior.draw(random, usual) ** 2;
      squares += square / count;
      fourths += square ** 2 / count;
    }
    const standardError = Math.sqrt((fourths - squares ** 2) / count);
    expect(Math.abs(squares - prior.deviation(usual) ** 2)).toBeLessThan(4 * standardError);
  });

  it('is finite with a finite gradient at w = 40', () => {
    const narrow = { ...usual, sigma1: 1, sigma2: Math.exp(-6) };
    expect(Number.isFinite(prior.logDensity(40, narrow))).toBe(true);
    expect(prior.logDensityDerivative(40, narrow)).toBeLessThan(-0.5);
  });
});

describe('closed-form KL', () => {
  it.each(golden.kl_gaussian.rows.filter((row) => row.prior_mu === 0))(
    'Gaussian: μ $mu, σ $sigma, prior width $prior_sigma',
    (row) => {
      const result = priors.gaussian.divergence!(row.mu, row.sigma, { ...usual, sigma: row.prior_sigma });
      expect(relativeError(result.kl, row.kl)).toBeLessThan(1e-9);
      expect(relativeError(result.mu, row.dkl_dmu)).toBeLessThan(1e-9);
      expect(relativeError(result.sigma, row.dkl_dsigma)).toBeLessThan(1e-9);
    },
  );

  it.each(golden.kl_laplace.rows)('Laplace: μ $mu, σ $sigma, scale $b', (row) => {
    const result = priors.laplace.divergence!(row.mu, row.sigma, { ...usual, scale: row.b });
    expect(relativeError(result.kl, row.kl)).toBeLessThan(1e-9);
    expect(relativeError(result.mu, row.dkl_dmu)).toBeLessThan(1e-9);
    expect(relativeError(result.sigma, row.dkl_dsigma)).toBeLessThan(1e-9);
  });

  it('is zero when the posterior equals the prior', () => {
    expect(priors.gaussian.divergence!(0, usual.sigma, usual).kl).toBeCloseTo(0, 12);
  });

  it('is KL[q ‖ p], which diverges for a narrow q, not KL[p ‖ q]', () => {
    const narrow = priors.gaussian.divergence!(0, 1e-4, usual).kl;
    expect(narrow).toBeCloseTo(Math.log(0.7 / 1e-4) - 0.5, 6);
  });
});

describe('the scale mixture', () => {
  it.each(golden.scale_mixture_logp.rows)('π $pi, σ₁ $sigma1, σ₂ $sigma2 at w = $w', (row) => {
    expect(
      relativeError(priors['scale-mixture'].logDensity(row.w, { ...usual, ...row }), row.logp),
    ).toBeLessThan(1e-9);
    const slope = priors['scale-mixture'].logDensityDerivative(row.w, { ...usual, ...row });
    expect(relativeError(slope, row.dlogp_dw)).toBeLessThan(1e-9);
  });
});
