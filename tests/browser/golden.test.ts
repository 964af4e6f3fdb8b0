import { grads, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareTfjs } from '../../src/engine/tfjs/index.ts';
import { tensorPriors } from '../../src/engine/tfjs/priors.ts';
import { softplus } from '../../src/engine/tfjs/softplus.ts';
import { guards } from '../../src/experiment/engine/engine.ts';
import { LOG_TWO_PI, softplusInverse } from '../../src/math/special.ts';
import type { PriorParameters } from '../../src/model/priors/index.ts';
import { golden } from '../reference/golden.ts';

const usual: PriorParameters = { sigma: 1, pi: 0.5, sigma1: 1, sigma2: 0.1, scale: 1 };

/** Relative error 1e-4; where the terms of a sum cancel, relative to the largest term. */
function expectClose(value: number, expected: number, ...terms: readonly number[]): void {
  const size = Math.max(Math.abs(expected), ...terms.map(Math.abs));
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-4 * size);
}

/** KL and its derivatives by μ and σ. */
function divergenceAt(kind: 'gaussian' | 'laplace', mu: number, sigma: number, parameters: PriorParameters) {
  const one = tensor([1]);
  const kl = (m: Tensor, s: Tensor) => tensorPriors[kind].divergence!(m, s, one, parameters);
  return tidy(() => {
    const at = [tensor([mu]), tensor([sigma])];
    const [byMu, bySigma] = grads((m, s) => kl(m!, s!))(at);
    return [kl(at[0]!, at[1]!), byMu!, bySigma!].map((result) => result.dataSync()[0]!);
  });
}

describe('in float32 on WebGL', () => {
  beforeAll(async () => {
    expect(await prepareTfjs()).toBe(true);
  });

  it('the Gaussian KL and its gradients equal the golden values', () => {
    for (const { mu, sigma, prior_mu, prior_sigma, ...expected } of golden.kl_gaussian.rows) {
      // The project's priors are centred: a prior mean shifts both.
      const shifted = mu - prior_mu;
      const [kl, byMu, bySigma] = divergenceAt('gaussian', shifted, sigma, { ...usual, sigma: prior_sigma });
      const spread = (sigma ** 2 + shifted ** 2) / (2 * prior_sigma ** 2);
      expectClose(kl!, expected.kl, Math.log(prior_sigma / sigma), spread, 0.5);
      expectClose(byMu!, expected.dkl_dmu);
      expectClose(bySigma!, expected.dkl_dsigma, sigma / prior_sigma ** 2, 1 / sigma);
    }
  });

  it('the gradient of the Gaussian KL by ρ, through the project’s softplus, equals the golden value', () => {
    for (const { mu, sigma, prior_mu, prior_sigma, dkl_drho } of golden.kl_gaussian.rows) {
      const one = tensor([1]);
      const [slope] = tidy(() => {
        const kl = (at: Tensor) =>
          tensorPriors.gaussian.divergence!(tensor([mu - prior_mu]), softplus(at), one, {
            ...usual,
            sigma: prior_sigma,
          });
        return grads((at) => kl(at!))([tensor([softplusInverse(sigma)])])[0]!.dataSync();
      });
      const byRho = -Math.expm1(-sigma);
      expectClose(slope!, dkl_drho, (sigma / prior_sigma ** 2) * byRho, byRho / sigma);
    }
  });

  it('the Laplace KL and its gradients equal the golden values', () => {
    for (const { mu, sigma, b, ...expected } of golden.kl_laplace.rows) {
      const [kl, byMu, bySigma] = divergenceAt('laplace', mu, sigma, { ...usual, scale: b });
      // The KL without its logarithm and its constant is E|w|/b.
      const logarithm = Math.log((2 * b) / sigma);
      const constant = 0.5 * (LOG_TWO_PI + 1);
      expectClose(kl!, expected.kl, logarithm, constant, expected.kl - logarithm + constant);
      expectClose(byMu!, expected.dkl_dmu);
      expectClose(bySigma!, expected.dkl_dsigma, 1 / sigma, expected.dkl_dsigma + 1 / sigma);
    }
  });

  it('the density of the scale mixture and its gradient equal the golden values, also at w = 40', () => {
    const one = tensor([1]);
    for (const row of golden.scale_mixture_logp.rows) {
      const density = (w: Tensor) => tensorPriors['scale-mixture'].logDensity(w, one, { ...usual, ...row });
      const [value, slope] = tidy(() => {
        const w = tensor([row.w], [1, 1]);
        return [density(w), grads((at) => density(at!))([w])[0]!].map((result) => result.dataSync()[0]!);
      });
      expectClose(value!, row.logp, Math.log(row.sigma2), 0.5 * LOG_TWO_PI);
      expectClose(slope!, row.dlogp_dw);
    }
  });

  it('softplus equals the golden values for ρ from −40, far below the limit of training, to 800', () => {
    for (const row of golden.softplus.rows.filter(({ rho }) => rho >= -40)) {
      const [value, slope] = tidy(() => {
        const rho = tensor([row.rho]);
        return [softplus(rho), grads((at) => softplus(at!))([rho])[0]!].map(
          (result) => result.dataSync()[0]!,
        );
      });
      expectClose(value!, row.sigma);
      expectClose(slope!, row.dsigma_drho);
      expectClose(Math.log(value!), row.log_sigma);
    }
  });

  it('softplus underflows to zero in float32, never to NaN; training keeps ρ above −10', () => {
    for (const { rho } of golden.softplus.rows.filter((row) => row.rho < -40)) {
      const [value] = tidy(() => softplus(tensor([rho])).dataSync());
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1e-43);
    }
    expect(guards.rho[0]).toBe(-10);
  });
});
