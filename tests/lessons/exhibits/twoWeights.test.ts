import { expect, test } from 'vitest';
import { pairs } from '../../../src/lessons/exhibits/twoWeights/pairs.ts';
import { alignPosteriors, pairOf } from '../../../src/lessons/exhibits/twoWeights/twoWeights.ts';
import { outputsOfDraws } from '../../../src/lessons/trained/posteriorDraws.ts';
import { openPosterior } from '../../../src/lessons/trained/usePosterior.ts';
import { openTrained } from '../../../src/lessons/trained/useTrained.ts';

async function shipped() {
  const { problem, drawn } = await openPosterior('twoClusters');
  const { checkpoint } = await openTrained('twoClusters');
  return { problem, drawn, aligned: alignPosteriors(problem, checkpoint!.state, drawn.weights) };
}

test('numbering the hidden units as in q changes no function', async () => {
  const { problem, drawn, aligned } = await shipped();
  const x = [-3, -1.6, 0, 1.5, 3.5];
  const [before, after] = [drawn.weights, aligned.weights].map((weights) =>
    outputsOfDraws(problem, weights, x),
  );
  before!.forEach((value, i) => {
    expect(after![i]).toBeCloseTo(value, 9);
  });
  expect(aligned.weights).not.toEqual(drawn.weights);
});

test('in every draw the unit with the number of q’s active one is the closest to it', async () => {
  const { aligned } = await shipped();
  const { mu, units, active, weights } = aligned;
  const distance = (row: number, unit: number) =>
    [0, 1, 2].reduce((sum, part) => {
      const difference = weights[row + part * units + unit]! - mu[part * units + active]!;
      return sum + difference ** 2;
    }, 0);
  for (let row = 0; row < weights.length; row += mu.length)
    for (let unit = 0; unit < units; unit++)
      expect(distance(row, active)).toBeLessThanOrEqual(distance(row, unit));
});

test('a pair has the moments of its two columns', () => {
  const parts = {
    mu: new Float64Array(4),
    sigma: new Float64Array(4).fill(0.5),
    units: 1,
    active: 0,
    spare: 0,
  };
  // Input weight and bias of one unit, on the line b = −2 u.
  const weights = Float64Array.from([1, 2, 3, 4].flatMap((u) => [u, -2 * u, 7, 9]));
  const { correlation, xMarginal, yMarginal, x } = pairOf(
    { ...parts, weights },
    pairs.hinge.x.parameter,
    pairs.hinge.y.parameter,
  );
  expect(correlation).toBeCloseTo(-1, 12);
  expect([...x]).toEqual([1, 2, 3, 4]);
  expect(xMarginal.exact).toEqual({ mean: 2.5, sigma: Math.sqrt(1.25) });
  expect(yMarginal.exact.sigma).toBeCloseTo(2 * Math.sqrt(1.25), 12);
  expect(xMarginal.q).toEqual({ mean: 0, sigma: 0.5 });
});
