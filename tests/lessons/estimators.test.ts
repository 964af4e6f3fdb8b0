import { describe, expect, it } from 'vitest';
import {
  batchMean,
  DRAWS,
  EXAMPLES,
  noiseMaps,
  varianceLeft,
} from '../../src/lessons/exhibits/noiseMap/noiseMap.ts';
import {
  batchSizes,
  type Lane,
  laneVariance,
  raced,
  runLane,
  startingLanes,
} from '../../src/lessons/exhibits/varianceRace/varianceRace.ts';
import { gradientMoments } from '../../src/reference/gradientVariance.ts';

/** Mean over many steps of the product of the noise of two examples, weight by weight: their covariance. */
function covariance(kind: keyof typeof noiseMaps, first: number, second: number): number {
  const steps = 4000;
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    const { values, columns } = noiseMaps[kind](3, step);
    sum += values[first * columns]! * values[second * columns]!;
  }
  return sum / steps;
}

describe('the noise that examples of a batch see', () => {
  it.each(Object.keys(noiseMaps) as (keyof typeof noiseMaps)[])('has variance one by %s', (kind) => {
    expect(Math.abs(covariance(kind, 2, 2) - 1)).toBeLessThan(4 * Math.sqrt(2 / 4000));
  });

  it('is equal in all examples by weight sampling, uncorrelated by the other two', () => {
    expect(covariance('weight-sampling', 0, 4)).toBe(covariance('weight-sampling', 0, 0));
    for (const kind of ['flipout', 'local-reparameterization'] as const)
      expect(Math.abs(covariance(kind, 0, 4))).toBeLessThan(4 / Math.sqrt(4000));
  });

  it('has the mean of its columns over the batch', () => {
    const map = noiseMaps.flipout(3, 1);
    const column = Array.from({ length: EXAMPLES }, (_, example) => map.values[example * map.columns + 2]!);
    expect(batchMean(map)[2]).toBeCloseTo(column.reduce((sum, value) => sum + value, 0) / EXAMPLES, 12);
  });

  it('is left whole in the mean by weight sampling, and to one part in the number of examples by the other two', () => {
    expect(varianceLeft('weight-sampling', 3)).toBeCloseTo(1, 9);
    // The variance of a mean of M independent numbers has a relative standard error of √(2 / DRAWS); the shared sizes
    // of Flipout's numbers triple the variance of their squares.
    for (const kind of ['flipout', 'local-reparameterization'] as const)
      expect(Math.abs(varianceLeft(kind, 3) * EXAMPLES - 1)).toBeLessThan(4 * Math.sqrt(6 / DRAWS));
  });
});

describe('the comparison of the estimators', () => {
  const lanes = startingLanes({ units: 4, sigma: 0.1, seed: 2 });
  for (let i = 0; i < 300; i++) for (const lane of lanes) runLane(lane);
  const variance = (estimator: string, batch: number) =>
    laneVariance(lanes.find((lane) => lane.estimator === estimator && lane.batch === batch) as Lane);

  it('agrees with the playground’s measurement, within the errors of both', () => {
    for (const estimator of raced) {
      const lane = lanes.find((one) => one.estimator === estimator && one.batch === 8) as Lane;
      const moments = gradientMoments(lane.problem, lane.parameters, estimator, 300);
      const measured = moments.variance.reduce((sum, value) => sum + value, 0) / 64;
      expect(variance(estimator, 8) / measured).toBeGreaterThan(0.6);
      expect(variance(estimator, 8) / measured).toBeLessThan(1.6);
    }
  });

  it('shows that more examples help local reparameterisation in proportion, and weight sampling not at all', () => {
    const [one, many] = [batchSizes[0], batchSizes.at(-1) as number];
    const help = (estimator: string) => variance(estimator, one) / variance(estimator, many);
    expect(help('local-reparameterization')).toBeGreaterThan(many / 2);
    expect(help('weight-sampling')).toBeLessThan(2);
    expect(help('flipout')).toBeGreaterThan(2);
    expect(variance('local-reparameterization', many)).toBeLessThan(variance('flipout', many));
  });
});
