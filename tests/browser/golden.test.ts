import { grads, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareTfjs } from '../../src/engine/tfjs/index.ts';
import { tensorPriors } from '../../src/engine/tfjs/priors.ts';
import { softplus } from '../../src/engine/tfjs/softplus.ts';
import type { Backend } from '../../src/experiment/snapshot.ts';
import type { PriorParameters } from '../../src/priors/index.ts';
import { golden } from '../reference/golden.ts';

const backends: readonly Backend[] = ['tfjs-webgl', 'tfjs-cpu'];
const usual: PriorParameters = { sigma: 1, pi: 0.5, sigma1: 1, sigma2: 0.1, scale: 1 };

/** Relative error 1e-4, of the value or, where terms cancel, of the largest term of the sum. */
function expectClose(value: number, truth: number, largestTerm: number): void {
  expect(Math.abs(value - truth)).toBeLessThan(1e-4 * Math.max(Math.abs(truth), largestTerm));
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

describe.each(backends)('in float32 on %s', (backend) => {
  beforeAll(async () => {
    expect(await prepareTfjs({ webgl: backend === 'tfjs-webgl' })).toBe(backend);
  });

  it('the Gaussian KL and its gradients are the computed ones', () => {
    for (const row of golden.kl_gaussian.rows.filter(({ prior_mu }) => prior_mu === 0)) {
      const parameters = { ...usual, sigma: row.prior_sigma };
      const [kl, byMu, bySigma] = divergenceAt('gaussian', row.mu, row.sigma, parameters);
      expectClose(kl!, row.kl, 1);
      expectClose(byMu!, row.dkl_dmu, 1e-4);
      expectClose(bySigma!, row.dkl_dsigma, 1 / row.sigma);
    }
  });

  it('the Laplace KL and its gradients are the computed ones', () => {
    for (const row of golden.kl_laplace.rows) {
      const parameters = { ...usual, scale: row.b };
      const [kl, byMu, bySigma] = divergenceAt('laplace', row.mu, row.sigma, parameters);
      expectClose(kl!, row.kl, 1);
      expectClose(byMu!, row.dkl_dmu, 1 / row.b);
      expectClose(bySigma!, row.dkl_dsigma, 1 / row.sigma);
    }
  });

  it('the density of the scale mixture and its gradient are the computed ones, also at w = 40', () => {
    const one = tensor([1]);
    for (const row of golden.scale_mixture_logp.rows) {
      const density = (w: Tensor) => tensorPriors['scale-mixture'].logDensity(w, one, { ...usual, ...row });
      const [value, slope] = tidy(() => {
        const w = tensor([row.w], [1, 1]);
        return [density(w), grads((at) => density(at!))([w])[0]!].map((result) => result.dataSync()[0]!);
      });
      expectClose(value!, row.logp, 1);
      // At w = 0 the slope is a difference of equal terms of size w/σ₂².
      expectClose(slope!, row.dlogp_dw, 1e-3);
    }
  });

  it('softplus is the computed one wherever training can go', () => {
    for (const row of golden.softplus.rows.filter(({ rho }) => rho >= -10)) {
      const [value, slope] = tidy(() => {
        const rho = tensor([row.rho]);
        return [softplus(rho), grads((at) => softplus(at!))([rho])[0]!].map(
          (result) => result.dataSync()[0]!,
        );
      });
      expectClose(value!, row.sigma, 0);
      expectClose(slope!, row.dsigma_drho, 0);
    }
  });
});
