import { describe, expect, it } from 'vitest';
import { initialState } from '../../src/experiment/engine/state.ts';
import { LOG_TWO_PI, normalLogDensity, sigmoid, softplusInverse } from '../../src/math/special.ts';
import { summarizeMixture } from '../../src/model/likelihoods/index.ts';
import { type PriorParameters, priors } from '../../src/model/priors/index.ts';
import { addAnalyticComplexity, addSampledComplexity } from '../../src/reference/complexity.ts';
import { likelihoodSamples } from '../../src/reference/estimators.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { likelihoodCost } from '../../src/reference/likelihoodCost.ts';
import { addPosteriorCosts } from '../../src/reference/logPosterior.ts';
import { weightNoise } from '../../src/reference/noise.ts';
import { golden, relativeError } from './golden.ts';
import { linearProblem } from './problems.ts';

const usual: PriorParameters = { sigma: 1, pi: 0.5, sigma1: 1, sigma2: 0.1, scale: 1 };

describe('KL of a Gaussian', () => {
  const at = (row: (typeof golden.kl_gaussian.rows)[number]) =>
    // The project's priors are centred: a prior mean shifts both.
    priors.gaussian.divergence!(row.mu - row.prior_mu, row.sigma, { ...usual, sigma: row.prior_sigma });

  it.each(golden.kl_gaussian.rows.filter((row) => row.prior_mu !== 0))(
    'depends on μ − prior mean alone: μ $mu, σ $sigma, prior $prior_mu ± $prior_sigma',
    (row) => {
      expect(relativeError(at(row).kl, row.kl)).toBeLessThan(1e-9);
      expect(relativeError(at(row).mu, row.dkl_dmu)).toBeLessThan(1e-9);
      expect(relativeError(at(row).sigma, row.dkl_dsigma)).toBeLessThan(1e-9);
    },
  );

  it('has the golden derivative by ρ, where σ = softplus(ρ)', () => {
    for (const row of golden.kl_gaussian.rows)
      expect(relativeError(at(row).sigma * sigmoid(softplusInverse(row.sigma)), row.dkl_drho)).toBeLessThan(
        1e-9,
      );
  });
});

describe('KL of a Gaussian from a scale mixture', () => {
  const { logDensity, logDensityDerivative } = priors['scale-mixture'];
  type Row = (typeof golden.kl_scale_mixture.rows)[number];
  const priorOf = ({ pi, sigma1, sigma2 }: Row) => ({ ...usual, pi, sigma1, sigma2 });

  /**
   * ∫ q(w) f(ε, w) dw by the trapezoid rule in t, w = σ₂ sinh t, which is fine at the spike and coarse far from it;
   * for a smooth function that vanishes at both ends its error decreases exponentially.
   */
  function expectation({ mu, sigma, sigma2 }: Row, f: (epsilon: number, w: number) => number): number {
    const places = 6000;
    const low = Math.asinh((mu - 10 * sigma) / sigma2);
    const width = (Math.asinh((mu + 10 * sigma) / sigma2) - low) / places;
    let sum = 0;
    for (let i = 0; i <= places; i++) {
      const t = low + i * width;
      const w = sigma2 * Math.sinh(t);
      const density = Math.exp(normalLogDensity(w, mu, sigma));
      sum += density * f((w - mu) / sigma, w) * sigma2 * Math.cosh(t) * width;
    }
    return sum;
  }

  it.each(golden.kl_scale_mixture.rows)('π $pi, σ₁ $sigma1, σ₂ $sigma2, μ $mu, σ $sigma', (row) => {
    const prior = priorOf(row);
    const logQ = (epsilon: number) => -0.5 * epsilon ** 2 - Math.log(row.sigma) - 0.5 * LOG_TWO_PI;
    const kl = expectation(row, (epsilon, w) => logQ(epsilon) - logDensity(w, prior));
    // The gradients of training (Blundell et al. 2015, eq. 3, 4), averaged exactly instead of sampled.
    const byMu = expectation(row, (_, w) => -logDensityDerivative(w, prior));
    const bySigma =
      expectation(row, (epsilon, w) => -logDensityDerivative(w, prior) * epsilon) - 1 / row.sigma;
    expect(relativeError(kl, row.kl)).toBeLessThan(1e-6);
    // By symmetry zero at μ = 0: there the error is that of one term.
    expect(relativeError(byMu, row.dkl_dmu, 1e-3)).toBeLessThan(1e-6);
    expect(relativeError(bySigma, row.dkl_dsigma)).toBeLessThan(1e-6);
  });

  it('by draws, as in training, has the mean of the quadrature within four standard errors', () => {
    const draws = 4000;
    golden.kl_scale_mixture.rows.forEach((row, index) => {
      const problem = linearProblem({ prior: { ...priorOf(row), kind: 'scale-mixture' } });
      const epsilons = weightNoise(draws, 17, index, 0);
      const sigma = Float64Array.of(row.sigma);
      const terms = [...epsilons].map((noise) => {
        const weights = Float64Array.of(row.mu + row.sigma * noise);
        const [byMu, bySigma] = [new Float64Array(1), new Float64Array(1)];
        const epsilon = Float64Array.of(noise);
        const kl = addSampledComplexity(problem, sigma, weights, epsilon, 1, byMu, bySigma);
        return [kl, byMu[0]!, bySigma[0]!] as const;
      });
      [row.kl, row.dkl_dmu, row.dkl_dsigma].forEach((truth, term) => {
        const mean = terms.reduce((sum, values) => sum + values[term]! / draws, 0);
        const variance = terms.reduce((sum, values) => sum + (values[term]! - mean) ** 2, 0) / (draws - 1);
        // 1e-9: a slope that is the same for every draw has no standard error, only rounding.
        const tolerance = 4 * Math.sqrt(variance / draws) + 1e-9 * (1 + Math.abs(truth));
        expect(Math.abs(mean - truth)).toBeLessThan(tolerance);
      });
    });
  });
});

describe('Bayesian linear regression', () => {
  const { noise_sigma, exact, mean_field, test_point, predict } = golden.bayesian_linear_regression[0]!;
  const problem = linearProblem();
  const data = { inputs: problem.inputs, targets: problem.targets, rows: problem.n };
  /** golden.json lists intercept, slope; the project's order is kernel, bias. Reverses either into the other. */
  const swapped = (values: ArrayLike<number>) => Float64Array.of(values[1]!, values[0]!);

  /**
   * F and its gradient without Monte Carlo error: the cost is quadratic in w, and the four points ±√2 eᵢ have the moments
   * of ε up to the third.
   */
  function exactFreeEnergy(estimator: 'weight-sampling' | 'flipout', means: number[], deviations: number[]) {
    const [mu, sigma] = [swapped(means), swapped(deviations)];
    const [byMu, bySigma] = [new Float64Array(2), new Float64Array(2)];
    let nll = 0;
    for (const at of [-2, -1, 1, 2]) {
      const epsilon = Float64Array.from([1, 2], (i) => (Math.abs(at) === i ? Math.sign(at) * Math.SQRT2 : 0));
      likelihoodSamples[estimator]({
        problem,
        mu,
        sigma,
        weights: mu.map((m, i) => m + sigma[i]! * epsilon[i]!),
        epsilon,
        step: 0,
        sample: 0,
        inputs: data.inputs,
        rows: data.rows,
        cost: (outputs) => {
          const part = likelihoodCost(problem, data, outputs, Math.log(noise_sigma), 0.25);
          nll += part.cost;
          return part.delta;
        },
        gradientMu: byMu,
        gradientSigma: bySigma,
      });
    }
    const kl = addAnalyticComplexity(problem, mu, sigma, 1, byMu, bySigma);
    return { kl, nll, byMu: swapped(byMu), bySigma: swapped(bySigma) };
  }

  /** −log p(w, D) and its gradient. */
  function joint(weights: Float64Array) {
    const gradient = new Float64Array(2);
    const costs = addPosteriorCosts(problem, weights, Math.log(noise_sigma), data, 1, gradient);
    return { cost: costs.complexityCost + costs.likelihoodCost, gradient };
  }
  const { gradient: atZero } = joint(new Float64Array(2));
  /** Columns of the posterior precision: the gradient is linear in w. Kernel, bias. */
  const [[a, b], [, c]] = [Float64Array.of(1, 0), Float64Array.of(0, 1)].map((weights) =>
    joint(weights).gradient.map((value, i) => value - atZero[i]!),
  ) as unknown as [[number, number], [number, number]];
  const determinant = a * c - b * b;
  const covariance = { slope: c / determinant, both: -b / determinant, intercept: a / determinant };
  const mean = {
    slope: -covariance.slope * atZero[0]! - covariance.both * atZero[1]!,
    intercept: -covariance.both * atZero[0]! - covariance.intercept * atZero[1]!,
  };

  it.each(['weight-sampling', 'flipout'] as const)(
    'has the golden costs and gradients at the test point, by %s at exact points',
    (estimator) => {
      const { kl, nll, byMu, bySigma } = exactFreeEnergy(estimator, test_point.mu, test_point.sigma);
      expect(relativeError(kl, test_point.kl)).toBeLessThan(1e-9);
      expect(relativeError(nll, test_point.expected_nll)).toBeLessThan(1e-9);
      expect(relativeError(kl + nll, test_point.neg_elbo)).toBeLessThan(1e-9);
      for (const k of [0, 1]) {
        expect(relativeError(byMu[k]!, test_point.dnegelbo_dmu[k]!)).toBeLessThan(1e-9);
        expect(relativeError(bySigma[k]!, test_point.dnegelbo_dsigma[k]!)).toBeLessThan(1e-9);
      }
    },
  );

  it('has zero gradient at the golden mean-field optimum, and the golden costs there', () => {
    const { kl, nll, byMu, bySigma } = exactFreeEnergy('weight-sampling', mean_field.mean, mean_field.sigma);
    expect(relativeError(kl, mean_field.kl)).toBeLessThan(1e-9);
    // A sum of eight terms near 1 that almost cancel.
    expect(Math.abs(nll - mean_field.expected_nll)).toBeLessThan(1e-9);
    expect(relativeError(-kl - nll, mean_field.elbo)).toBeLessThan(1e-9);
    // The optimum is given to 1e-10, and the curvature is at most 90.
    for (const slope of [...byMu, ...bySigma]) expect(Math.abs(slope)).toBeLessThan(1e-7);
  });

  it('has the golden posterior, evidence, and gap between evidence and bound', () => {
    expect(relativeError(mean.intercept, exact.mean[0]!)).toBeLessThan(1e-9);
    expect(relativeError(mean.slope, exact.mean[1]!)).toBeLessThan(1e-9);
    const flat = [covariance.intercept, covariance.both, covariance.both, covariance.slope];
    exact.cov.flat().forEach((value, i) => expect(relativeError(flat[i]!, value)).toBeLessThan(1e-9));
    // p(D) = p(w, D)/p(w | D) at any w, here at the mean of the posterior, where its density is √|Λ|/2π.
    const logEvidence =
      -joint(Float64Array.of(mean.slope, mean.intercept)).cost + LOG_TWO_PI - 0.5 * Math.log(determinant);
    expect(relativeError(logEvidence, exact.log_evidence)).toBeLessThan(1e-9);
    const { kl, nll } = exactFreeEnergy('weight-sampling', mean_field.mean, mean_field.sigma);
    expect(Math.abs(logEvidence + kl + nll - mean_field.kl_q_to_exact_posterior)).toBeLessThan(1e-9);
  });

  it('has the golden predictions of the exact posterior', () => {
    predict.X.forEach(([, x], i) => {
      const variance = covariance.intercept + 2 * covariance.both * x! + covariance.slope * x! ** 2;
      // Given to 5e-8.
      expect(Math.abs(mean.intercept + mean.slope * x! - predict.mean[i]!)).toBeLessThan(1e-7);
      expect(relativeError(variance, predict.epistemic_var_exact[i]!)).toBeLessThan(1e-9);
      expect(relativeError(variance + noise_sigma ** 2, predict.total_var_exact[i]!)).toBeLessThan(1e-9);
    });
  });

  it('has the golden mean-field predictions by draws, within four standard errors', async () => {
    const state = initialState(problem);
    state.parameters.set(swapped(mean_field.mean));
    state.parameters.set(swapped(mean_field.sigma).map(softplusInverse), 2);
    const draws = 20_000;
    const x = Float64Array.from(predict.X, (row) => row[1]!);
    const outputs = await createReferenceEngine(problem, state).outputs(x, 0, draws);
    const noise = new Float64Array(draws).fill(noise_sigma);
    x.forEach((_, i) => {
      const f = outputs.filter((_, at) => at % x.length === i);
      const summary = summarizeMixture(f, noise, 0.9);
      const truth = predict.epistemic_var_mean_field[i]!;
      expect(Math.abs(summary.mean - predict.mean[i]!)).toBeLessThan(4 * Math.sqrt(truth / draws));
      // f is normal: the relative standard error of its sample variance is √(2/n).
      const variance = summary.epistemicSigma ** 2;
      expect(Math.abs(variance / truth - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
      const total = variance + summary.aleatoricSigma ** 2;
      expect(Math.abs(total - predict.total_var_mean_field[i]!)).toBeLessThan(
        4 * truth * Math.sqrt(2 / draws),
      );
    });
  });
});

it('the description length of a weight is its KL in nats, and nats / ln 2 in bits', () => {
  const { mu, sigma, prior_sigma, nats, bits } = golden.mdl.example;
  const { kl } = priors.gaussian.divergence!(mu, sigma, { ...usual, sigma: prior_sigma });
  expect(relativeError(kl, nats)).toBeLessThan(1e-9);
  expect(relativeError(kl / Math.LN2, bits)).toBeLessThan(1e-9);
});
