import { expect, test } from 'vitest';
import type { CurvePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { linspace } from '../../../src/math/linspace.ts';
import { lookText } from '../../../src/panels/doors/look.ts';

const points = [0, 1, 2, 3, 4, 5, 6].map((x) => ({ x: [x], y: 0 }));

/** A prediction on 91 inputs from −1.5 to 7.5 whose epistemic standard deviation is a function of the input. */
function predictive(sigma: (x: number) => number): CurvePredictive {
  const x = Float64Array.from(linspace(-1.5, 7.5, 91));
  return { kind: 'curve', x, epistemicSigma: x.map(sigma) } as unknown as CurvePredictive;
}

const between = (x: number, low: number, high: number) => x > low && x < high;

test('the sentence about a gap says that the band opened only where it did, with its ratio', () => {
  const opened = { door: 'gap', gap: [3.6, 6] } as const;
  const left = points.slice(0, 4);
  expect(lookText(opened, null, left)).toMatch(/^The points right of x = 3\.6 are gone/);
  expect(
    lookText(
      opened,
      predictive(() => 0.1),
      left,
    ),
  ).toMatch(/^The points right/);
  const fit = predictive((x) => (between(x, 3.6, 6) ? 0.5 : 0.1));
  expect(lookText(opened, fit, left)).toMatch(/^Look: .* it is 5 times as wide there as at the points\.$/);
});

test('the sentence about a wider prior compares with the band before', () => {
  const before = { atData: 0.1, beyond: 0.2 };
  const fit = predictive((x) => (between(x, -0.01, 6.01) ? 0.1 : 0.6));
  expect(lookText({ door: 'prior', before }, fit, points)).toBe(
    'Look: away from the data the violet band is 3 times as wide as before.',
  );
  expect(lookText({ door: 'prior', before: null }, fit, points)).toMatch(/^The prior now allows larger/);
});

test('the sentence about own points waits for five of them', () => {
  const fit = predictive((x) => (between(x, -0.01, 6.01) ? 0.1 : 0.4));
  expect(lookText({ door: 'points' }, fit, points.slice(0, 4))).toMatch(/^Click along any line/);
  expect(lookText({ door: 'points' }, fit, points)).toBe(
    'Look: away from your points the violet band is 4 times as wide as at them.',
  );
  expect(lookText({ door: 'points' }, null, [])).toMatch(/^Click along any line/);
});
