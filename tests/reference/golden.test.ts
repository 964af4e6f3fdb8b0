import { describe, expect, it } from 'vitest';
import { likelihoods, logMeanExp, summarizeClasses } from '../../src/likelihoods/index.ts';
import { createRandom, standardNormal } from '../../src/math/random.ts';
import { LOG_TWO_PI, sigmoid, softplus } from '../../src/math/special.ts';
import { priors } from '../../src/priors/index.ts';
import { golden, relativeError } from './golden.ts';

/** Where every section of golden.json is tested, row by row. */
const tested: Readonly<Record<string, string>> = {
  kl_gaussian: 'here, and tests/priors',
  scale_mixture_logp: 'tests/priors',
  kl_scale_mixture: 'here',
  kl_laplace: 'tests/priors',
  bayesian_linear_regression: 'here, tests/reference/linearRegression, observe, methods',
  gradient_variance: 'tests/estimators/gradientVariance',
  blundell_minibatch_weights: 'tests/estimators/klSchedules',
  softplus: 'here, and tests/math/special',
  classification_uncertainty: 'here',
  regression_predictive: 'here, and tests/likelihoods/gaussian',
  snr_pruning: 'here, and tests/networks/pruning',
  mdl: 'here',
  _schema: 'says how the values were computed',
};

it('every section of the computed values is tested somewhere', () => {
  expect(Object.keys(golden).toSorted()).toEqual(Object.keys(tested).toSorted());
});

const parameters = { sigma: 1, pi: 0.5, sigma1: 1, sigma2: 0.1, scale: 1 };

describe('KL of a Gaussian, prior mean anywhere', () => {
  it.each(golden.kl_gaussian.rows)('μ $mu, σ $sigma, prior $prior_mu ± $prior_sigma', (row) => {
    // Our priors are centred: a prior mean is a shift of both.
    const shifted = priors.gaussian.divergence!(row.mu - row.prior_mu, row.sigma, {
      ...parameters,
      sigma: row.prior_sigma,
    });
    expect(relativeError(shifted.kl, row.kl)).toBeLessThan(1e-9);
    expect(relativeError(shifted.mu, row.dkl_dmu)).toBeLessThan(1e-9);
    expect(relativeError(shifted.sigma, row.dkl_dsigma)).toBeLessThan(1e-9);
    // σ = softplus(ρ): dσ/dρ = 1 − e^(−σ).
    expect(relativeError(shifted.sigma * -Math.expm1(-row.sigma), row.dkl_drho)).toBeLessThan(1e-9);
  });
});

describe('KL of a Gaussian from a scale mixture', () => {
  const { logDensity, logDensityDerivative } = priors['scale-mixture'];
  /** ∫ q(w) f(ε, w) dw by the trapezoid rule on w = μ + σε, and finely around the spike of the prior. */
  function expectation(mu: number, sigma: number, spike: number, f: (epsilon: number, w: number) => number) {
    const wide = Array.from({ length: 40_001 }, (_, i) => -10 + i / 2000);
    const near = Array.from({ length: 40_001 }, (_, i) => ((-12 + (24 * i) / 40_000) * spike - mu) / sigma);
    const places = [...wide, ...near.filter((epsilon) => Math.abs(epsilon) < 10)].sort((a, b) => a - b);
    const value = (epsilon: number) =>
      Math.exp(-0.5 * epsilon ** 2 - 0.5 * LOG_TWO_PI) * f(epsilon, mu + sigma * epsilon);
    let sum = 0;
    let before = value(places[0]!);
    for (let i = 1; i < places.length; i++) {
      const next = value(places[i]!);
      sum += 0.5 * (before + next) * (places[i]! - places[i - 1]!);
      before = next;
    }
    return sum;
  }

  it.each(golden.kl_scale_mixture.rows)('π $pi, σ₁ $sigma1, σ₂ $sigma2, μ $mu, σ $sigma', (row) => {
    const prior = { ...parameters, ...row };
    const logQ = (epsilon: number) => -0.5 * epsilon ** 2 - Math.log(row.sigma) - 0.5 * LOG_TWO_PI;
    const at = (f: (epsilon: number, w: number) => number) => expectation(row.mu, row.sigma, row.sigma2, f);
    const kl = at((epsilon, w) => logQ(epsilon) - logDensity(w, prior));
    expect(Math.abs(kl - row.kl)).toBeLessThan(1e-6 * Math.max(1, Math.abs(row.kl)));
    // The gradients that training uses (Blundell et al. 2015, eq. 3, 4), averaged exactly instead of sampled.
    const byMu = at((_, w) => -logDensityDerivative(w, prior));
    const bySigma = at((epsilon, w) => -logDensityDerivative(w, prior) * epsilon) - 1 / row.sigma;
    const size = Math.max(1, Math.abs(row.dkl_dmu), Math.abs(row.dkl_dsigma));
    expect(Math.abs(byMu - row.dkl_dmu)).toBeLessThan(1e-5 * size);
    expect(Math.abs(bySigma - row.dkl_dsigma)).toBeLessThan(1e-5 * size);
  });

  it('by draws converges to the quadrature, within four standard errors', () => {
    const random = createRandom(8, 1);
    for (const row of golden.kl_scale_mixture.rows) {
      const terms = Array.from({ length: 4000 }, () => {
        const epsilon = standardNormal(random);
        const logQ = -0.5 * epsilon ** 2 - Math.log(row.sigma) - 0.5 * LOG_TWO_PI;
        return logQ - logDensity(row.mu + row.sigma * epsilon, { ...parameters, ...row });
      });
      const mean = terms.reduce((sum, term) => sum + term, 0) / terms.length;
      const variance = terms.reduce((sum, term) => sum + (term - mean) ** 2, 0) / (terms.length - 1);
      expect(Math.abs(mean - row.kl)).toBeLessThan(4 * Math.sqrt(variance / terms.length) + 1e-9);
    }
  });
});

describe('Bayesian linear regression', () => {
  const { X, y, noise_sigma, exact, mean_field, test_point, predict } = golden.bayesian_linear_regression[0]!;
  const slope = new Float64Array(2);
  /** E_q[−log p(y | w)], exact: the cost at the mean, and a²σ²/(2 noise²) of every row. */
  function expectedCost(mu: readonly number[], sigma: readonly number[]): number {
    return X.reduce((sum, [, x], i) => {
      const f = Float64Array.of(mu[0]! + mu[1]! * x!);
      const variance = sigma[0]! ** 2 + (sigma[1]! * x!) ** 2;
      return (
        sum +
        likelihoods.gaussian.cost(y[i]!, f, 0, Math.log(noise_sigma), slope) +
        variance / (2 * noise_sigma ** 2)
      );
    }, 0);
  }
  const kl = (mu: readonly number[], sigma: readonly number[]) =>
    mu.reduce((sum, m, i) => sum + priors.gaussian.divergence!(m, sigma[i]!, parameters).kl, 0);

  it('has the computed costs at the mean-field optimum and at the test point', () => {
    expect(relativeError(kl(mean_field.mean, mean_field.sigma), mean_field.kl)).toBeLessThan(1e-9);
    const cost = expectedCost(mean_field.mean, mean_field.sigma);
    expect(Math.abs(cost - mean_field.expected_nll)).toBeLessThan(1e-9);
    expect(relativeError(-mean_field.kl - cost, mean_field.elbo)).toBeLessThan(1e-9);
    expect(relativeError(kl(test_point.mu, test_point.sigma), test_point.kl)).toBeLessThan(1e-9);
    expect(
      relativeError(expectedCost(test_point.mu, test_point.sigma), test_point.expected_nll),
    ).toBeLessThan(1e-9);
    expect(relativeError(test_point.kl + test_point.expected_nll, test_point.neg_elbo)).toBeLessThan(1e-9);
  });

  it('has the computed gradients at the test point, and none at the optimum', () => {
    const gradients = (mu: readonly number[], sigma: readonly number[]) =>
      [0, 1].map((k) => {
        const prior = priors.gaussian.divergence!(mu[k]!, sigma[k]!, parameters);
        return X.reduce(
          (sum, row, i) => {
            likelihoods.gaussian.cost(
              y[i]!,
              Float64Array.of(mu[0]! + mu[1]! * row[1]!),
              0,
              Math.log(noise_sigma),
              slope,
            );
            return {
              mu: sum.mu + slope[0]! * row[k]!,
              sigma: sum.sigma + (sigma[k]! * row[k]! ** 2) / noise_sigma ** 2,
            };
          },
          { mu: prior.mu, sigma: prior.sigma },
        );
      });
    gradients(test_point.mu, test_point.sigma).forEach((gradient, k) => {
      expect(relativeError(gradient.mu, test_point.dnegelbo_dmu[k]!)).toBeLessThan(1e-9);
      expect(relativeError(gradient.sigma, test_point.dnegelbo_dsigma[k]!)).toBeLessThan(1e-9);
    });
    for (const gradient of gradients(mean_field.mean, mean_field.sigma)) {
      expect(Math.abs(gradient.mu)).toBeLessThan(1e-7);
      expect(Math.abs(gradient.sigma)).toBeLessThan(1e-7);
    }
  });

  it('has the computed gap between bound and evidence, and predictive variances', () => {
    expect(
      relativeError(exact.log_evidence - mean_field.elbo, mean_field.kl_q_to_exact_posterior),
    ).toBeLessThan(1e-6);
    predict.X.forEach(([, x], i) => {
      const [[a, b], [, c]] = exact.cov as [[number, number], [number, number]];
      expect(relativeError(exact.mean[0]! + exact.mean[1]! * x!, predict.mean[i]!)).toBeLessThan(1e-7);
      expect(relativeError(a + 2 * b * x! + c * x! ** 2, predict.epistemic_var_exact[i]!)).toBeLessThan(1e-9);
      const meanField = mean_field.sigma[0]! ** 2 + (mean_field.sigma[1]! * x!) ** 2;
      expect(relativeError(meanField, predict.epistemic_var_mean_field[i]!)).toBeLessThan(1e-9);
      expect(
        relativeError(predict.epistemic_var_exact[i]! + noise_sigma ** 2, predict.total_var_exact[i]!),
      ).toBeLessThan(1e-9);
      expect(relativeError(meanField + noise_sigma ** 2, predict.total_var_mean_field[i]!)).toBeLessThan(
        1e-9,
      );
    });
  });
});

describe('softplus at its ends', () => {
  it.each(golden.softplus.rows)('ρ $rho', (row) => {
    const sigma = softplus(row.rho);
    // Below ρ = −700 doubles are subnormal: a few digits are left. Training keeps ρ above −10.
    const tolerance = row.rho < -700 ? 0.5 : 1e-9;
    expect(relativeError(sigma, row.sigma, Number.MIN_VALUE)).toBeLessThan(tolerance);
    expect(relativeError(sigmoid(row.rho), row.dsigma_drho, Number.MIN_VALUE)).toBeLessThan(tolerance);
    expect(relativeError(Math.log(sigma), row.log_sigma)).toBeLessThan(row.rho < -700 ? 1e-3 : 1e-9);
  });
});

describe('uncertainty of classes', () => {
  const truth = golden.classification_uncertainty;
  const classes = 3;
  it.each([0, 1])('of input %i', (input) => {
    const draws = Float64Array.from(truth.P.flatMap((draw) => draw[input]!));
    const summary = summarizeClasses(draws, classes);
    truth.mean_p[input]!.forEach((p, c) =>
      expect(relativeError(summary.probabilities[c]!, p)).toBeLessThan(1e-9),
    );
    expect(relativeError(summary.totalEntropy, truth.total_entropy[input]!)).toBeLessThan(1e-9);
    expect(relativeError(summary.aleatoricEntropy, truth.aleatoric_entropy[input]!)).toBeLessThan(1e-9);
    expect(relativeError(summary.mutualInformation, truth.mutual_information[input]!)).toBeLessThan(1e-9);
    const logs = Float64Array.from(truth.P, (draw) => Math.log(draw[input]![0]!));
    expect(relativeError(logMeanExp(logs), truth.log_lik_label0_arithmetic_mean[input]!)).toBeLessThan(1e-9);
    const meanOfLogs = logs.reduce((sum, value) => sum + value / logs.length, 0);
    expect(relativeError(meanOfLogs, truth.log_lik_label0_WRONG_mean_of_logs[input]!)).toBeLessThan(1e-9);
    expect(logMeanExp(logs)).toBeGreaterThan(meanOfLogs);
  });

  it.each([0, 1])(
    'of input %i as variances of each class (Kwon et al. 2020): they add up to p(1 − p)',
    (input) => {
      const summary = summarizeClasses(Float64Array.from(truth.P.flatMap((draw) => draw[input]!)), classes);
      summary.probabilities.forEach((p, c) => {
        const ofDraws = truth.P.map((draw) => draw[input]![c]!);
        const epistemic = ofDraws.reduce((sum, q) => sum + (q - p) ** 2 / ofDraws.length, 0);
        const aleatoric = ofDraws.reduce((sum, q) => sum + (q * (1 - q)) / ofDraws.length, 0);
        expect(relativeError(epistemic, truth.kwon_epistemic_diag[input]![c]!)).toBeLessThan(1e-9);
        expect(relativeError(aleatoric, truth.kwon_aleatoric_diag[input]![c]!)).toBeLessThan(1e-9);
        expect(epistemic + aleatoric).toBeCloseTo(p * (1 - p), 12);
      });
    },
  );
});

describe('the wrong scores of a regression', () => {
  const truth = golden.regression_predictive;
  const logs = Float64Array.from(
    truth.f,
    (f) =>
      -likelihoods.gaussian.cost(
        truth.y,
        Float64Array.of(f),
        0,
        Math.log(truth.noise_sigma),
        new Float64Array(2),
      ),
  );
  it('are what a mean of logs and one matched normal would give', () => {
    const meanOfLogs = logs.reduce((sum, value) => sum + value / logs.length, 0);
    expect(relativeError(meanOfLogs, truth.log_lik_WRONG_mean_of_logs)).toBeLessThan(1e-9);
    const matched = -likelihoods.gaussian.cost(
      truth.y,
      Float64Array.of(truth.mean),
      0,
      0.5 * Math.log(truth.total_var),
      new Float64Array(2),
    );
    expect(relativeError(matched, truth.log_lik_moment_matched)).toBeLessThan(1e-9);
    expect(relativeError(logMeanExp(logs), truth.log_lik_mixture)).toBeLessThan(1e-9);
  });
});

describe('signal to noise and description length', () => {
  it('orders weights by |μ|/σ', () => {
    const { mu, sigma, snr, order_ascending } = golden.snr_pruning;
    const ratios = mu.map((m, i) => Math.abs(m) / sigma[i]!);
    ratios.forEach((ratio, i) => expect(relativeError(ratio, snr[i]!)).toBeLessThan(1e-9));
    expect([...ratios.keys()].sort((a, b) => ratios[a]! - ratios[b]!)).toEqual(order_ascending);
  });

  it('costs as many nats as its KL, and as many bits as nats / ln 2', () => {
    const { mu, sigma, prior_sigma, nats, bits } = golden.mdl.example;
    const { kl } = priors.gaussian.divergence!(mu, sigma, { ...parameters, sigma: prior_sigma });
    expect(relativeError(kl, nats)).toBeLessThan(1e-9);
    expect(relativeError(kl / Math.LN2, bits)).toBeLessThan(1e-9);
  });
});
