import { describe, expect, it } from 'vitest';
import { bestEta, sharpenedCost } from '../../../src/lessons/exhibits/sharpening/sharpening.ts';
import { priors } from '../../../src/model/priors/index.ts';

const weight = { phi: 1.2, best: 0.2, curvature: 30, sigma: 0.15, eta: 0.01 };

describe('sharpening', () => {
  it('its cost is the KL of two equally wide normals', () => {
    const { gradient, price } = sharpenedCost(weight);
    const { kl } = priors.gaussian.divergence!(-weight.eta * gradient, weight.sigma, {
      sigma: weight.sigma,
      pi: 0.5,
      sigma1: 1,
      sigma2: 1,
      scale: 1,
    });
    expect(price).toBeCloseTo(kl, 12);
  });

  it('the expected cost is the average over weights around the centre', () => {
    const { centre, after } = sharpenedCost(weight);
    // E over θ = centre ± σ₀ is exact for a parabola.
    const cost = (theta: number) => 0.5 * weight.curvature * (theta - weight.best) ** 2;
    expect(after).toBeCloseTo((cost(centre + weight.sigma) + cost(centre - weight.sigma)) / 2, 12);
  });

  it('the best η gains most, and its centre is the mean of the exact posterior of θ', () => {
    const eta = bestEta(weight);
    const { centre, gain } = sharpenedCost({ ...weight, eta });
    for (const other of [0.5 * eta, 0.9 * eta, 1.1 * eta, 2 * eta])
      expect(sharpenedCost({ ...weight, eta: other }).gain).toBeLessThan(gain);
    const precision = 1 / weight.sigma ** 2;
    const exact = (precision * weight.phi + weight.curvature * weight.best) / (precision + weight.curvature);
    expect(centre).toBeCloseTo(exact, 12);
  });

  it('without a shift there is no gain and no cost', () => {
    const { before, after, price, gain } = sharpenedCost({ ...weight, eta: 0 });
    expect([after, price, gain]).toEqual([before, 0, 0]);
  });
});
