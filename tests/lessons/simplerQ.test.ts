import { describe, expect, it } from 'vitest';
import {
  bimodalLogDensity,
  bimodalMoments,
  contourCrossing,
  descend,
  divergence,
  divergenceSlopes,
  otherEnd,
} from '../../src/lessons/exhibits/simplerQ/simplerQ.ts';
import { normalLogDensity } from '../../src/math/special.ts';

/** ∫ f(w) dw by Simpson's rule on a grid far finer and wider than the exhibit's. */
function integral(of: (w: number) => number): number {
  const [low, high, count] = [-30, 30, 60_000];
  const step = (high - low) / count;
  let sum = of(low) + of(high);
  for (let i = 1; i < count; i++) sum += (i % 2 === 1 ? 4 : 2) * of(low + i * step);
  return (sum * step) / 3;
}

const bells = [
  { mu: 0.2, sigma: 1.1 },
  { mu: -1, sigma: 0.45 },
  { mu: 1.5, sigma: 0.15 },
];
const directions = ['reverse', 'forward'] as const;

describe('a Gaussian next to a bimodal p', () => {
  it('is compared with a density of area one and the stated moments', () => {
    const p = (w: number) => Math.exp(bimodalLogDensity(w));
    expect(integral(p)).toBeCloseTo(1, 9);
    expect(integral((w) => w * p(w))).toBeCloseTo(bimodalMoments.mu, 9);
    expect(integral((w) => (w - bimodalMoments.mu) ** 2 * p(w))).toBeCloseTo(bimodalMoments.sigma ** 2, 9);
  });

  it.each(bells)('has both divergences of $mu, $sigma equal to an integral', ({ mu, sigma }) => {
    const logQ = (w: number) => normalLogDensity(w, mu, sigma);
    const reverse = integral((w) => Math.exp(logQ(w)) * (logQ(w) - bimodalLogDensity(w)));
    const forward = integral((w) => Math.exp(bimodalLogDensity(w)) * (bimodalLogDensity(w) - logQ(w)));
    expect(divergence('reverse', { mu, sigma })).toBeCloseTo(reverse, 3);
    expect(divergence('forward', { mu, sigma })).toBeCloseTo(forward, 4);
  });

  it.each(directions)('descends %s by the gradient that finite differences give', (direction) => {
    const h = 1e-5;
    for (const { mu, sigma } of bells) {
      const slopes = divergenceSlopes(direction, { mu, sigma });
      const at = (dMu: number, dLog: number) =>
        divergence(direction, { mu: mu + dMu, sigma: sigma * Math.exp(dLog) });
      const close = (slope: number, difference: number) =>
        expect(Math.abs(slope - difference / (2 * h))).toBeLessThan(1e-4 * (1 + Math.abs(slope)));
      close(slopes.mu, at(h, 0) - at(-h, 0));
      close(slopes.logSigma, at(0, h) - at(0, -h));
    }
  });

  it('converges to one mode by KL[q ‖ p], depending on its start, and to p’s moments by KL[p ‖ q]', () => {
    const left = descend('reverse', { mu: -2, sigma: 0.3 }).at(-1)!;
    const right = descend('reverse', { mu: 2, sigma: 0.3 }).at(-1)!;
    expect(left.mu).toBeCloseTo(-1, 1);
    expect(right.mu).toBeCloseTo(1.4, 1);
    // On one mode alone, q misses all of p except that mode's share.
    expect(divergence('reverse', left)).toBeCloseTo(-Math.log(0.65), 1);
    expect(divergence('reverse', right)).toBeCloseTo(-Math.log(0.35), 1);
    const covering = descend('forward', { mu: 2, sigma: 0.3 }).at(-1)!;
    expect(covering.mu).toBeCloseTo(bimodalMoments.mu, 2);
    expect(covering.sigma).toBeCloseTo(bimodalMoments.sigma, 2);
  });

  it('labels contours at a Gaussian of their height, and marks the end of a descent the other way', () => {
    for (const direction of directions)
      for (const height of [1, 2, 5])
        expect(divergence(direction, contourCrossing(direction, height))).toBeCloseTo(height, 6);
    const start = { mu: 2, sigma: 0.3 };
    expect(otherEnd('reverse', start)).toEqual(descend('forward', start).at(-1));
    expect(otherEnd('forward', start)).toEqual(descend('reverse', start).at(-1));
  });
});
