import { expect, test } from 'vitest';
import type { CurvePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { bandWidths, clearedInterval, indicesIn } from '../../../src/experiment/scores/bandWidths.ts';
import { linspace } from '../../../src/math/linspace.ts';

const points = [0, 1, 2, 3, 4, 5, 6].map((x) => ({ x: [x], y: 0 }));

/** A prediction on 91 inputs from −1.5 to 7.5 whose epistemic standard deviation is a function of the input. */
function predictive(sigma: (x: number) => number): CurvePredictive {
  const x = Float64Array.from(linspace(-1.5, 7.5, 91));
  return { kind: 'curve', x, epistemicSigma: x.map(sigma) } as unknown as CurvePredictive;
}

const between = (x: number, low: number, high: number) => x > low && x < high;

test('the last two fifths of the range of the data are cleared', () => {
  const [low, high] = clearedInterval(points)!;
  expect(low).toBeCloseTo(3.6);
  expect(high).toBe(6);
  expect(indicesIn(points, [low, high])).toEqual([4, 5, 6]);
  expect(clearedInterval([])).toBeNull();
  expect(clearedInterval([points[0]!, points[0]!])).toBeNull();
});

test('the widths are means at the inputs of the data and beyond their range', () => {
  const fit = predictive((x) => (between(x, -0.01, 6.01) ? 0.1 : 0.7));
  expect(bandWidths(fit, points)?.atData).toBeCloseTo(0.1);
  expect(bandWidths(fit, points)?.beyond).toBeCloseTo(0.7);
});
