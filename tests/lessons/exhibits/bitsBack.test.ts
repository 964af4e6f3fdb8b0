import { describe, expect, it } from 'vitest';
import { bitsBack, cellsOf } from '../../../src/lessons/exhibits/bitsBack/bitsBack.ts';
import { erf } from '../../../src/math/special.ts';
import { priors } from '../../../src/model/priors/index.ts';

const weight = { mu: 0.8, sigma: 0.2, priorSigma: 1, width: 2 ** -6 };

/** KL[N(mu, sigma²) ‖ N(0, priorSigma²)] in bits, by the prior's closed form. */
function divergence({ mu, sigma, priorSigma }: typeof weight): number {
  const { gaussian } = priors;
  const nats = gaussian.divergence!(mu, sigma, {
    sigma: priorSigma,
    pi: 0.5,
    sigma1: 1,
    sigma2: 1,
    scale: 1,
  }).kl;
  return nats / Math.LN2;
}

describe('bits back', () => {
  it('a cell has the probability given by the error function', () => {
    const cell = cellsOf(weight).find(({ middle }) => middle === 0.75)!;
    const below = (x: number) => 0.5 * (1 + erf((x - 0.8) / (0.2 * Math.SQRT2)));
    expect(cell.q).toBeCloseTo(below(0.75 + 2 ** -7) - below(0.75 - 2 ** -7), 7);
  });

  it('the bits not returned equal the KL divergence on any grid that is fine enough', () => {
    expect(bitsBack(weight).net).toBeCloseTo(divergence(weight), 3);
    expect(bitsBack({ ...weight, width: 2 ** -8 }).net).toBeCloseTo(divergence(weight), 4);
  });

  it('a grid twice as fine sends one bit more and returns one bit more', () => {
    const finer = bitsBack({ ...weight, width: weight.width / 2 });
    expect(finer.sent - bitsBack(weight).sent).toBeCloseTo(1, 3);
    expect(finer.returned - bitsBack(weight).returned).toBeCloseTo(1, 3);
  });

  it('halving the cells never lowers the price, which converges to the divergence', () => {
    const prices = [2, 1, 0.5, 0.25, 0.125].map((width) => bitsBack({ ...weight, width }).net);
    for (const [i, price] of prices.entries()) {
      expect(price).toBeLessThanOrEqual(divergence(weight) + 1e-9);
      if (i > 0) expect(price).toBeGreaterThan(prices[i - 1]! - 0.02);
    }
  });

  it('a weight whose posterior is its prior costs nothing', () => {
    expect(bitsBack({ ...weight, mu: 0, sigma: 1 }).net).toBeCloseTo(0, 9);
  });

  it('is finite at the ends of its sliders', () => {
    for (const mu of [-3, 0, 3])
      for (const sigma of [0.01, 2])
        for (const width of [2, 2 ** -10])
          for (const bits of Object.values(bitsBack({ mu, sigma, priorSigma: 1, width })))
            expect(Number.isFinite(bits)).toBe(true);
  });
});
