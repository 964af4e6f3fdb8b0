import { expect, test } from 'vitest';
import type { CurvePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { compareInGap, widestGap } from '../../../src/experiment/scores/gapComparison.ts';
import { methods } from '../../../src/model/methods/index.ts';
import { gapText } from '../../../src/panels/views/curve/gapText.ts';

const at = (...inputs: number[]) => inputs.map((x) => ({ x: [x], y: 0 }));
const x = Float64Array.from({ length: 101 }, (_, i) => -4 + 0.08 * i);
/** A predictive in which only the epistemic standard deviation matters. */
const unsure = (sigma: (x: number) => number) =>
  ({ x, epistemicSigma: x.map(sigma) }) as unknown as CurvePredictive;
const clusters = at(1.3, -2, -1.4, 2, -1.31, 1.9);

const hmc = { name: 'HMC', isPosterior: true };

test('the widest gap is between neighbouring inputs, independent of the order of the points', () => {
  expect(widestGap(clusters)).toEqual([-1.31, 1.3]);
  expect(widestGap(at(0, 1, 1, 3))).toEqual([1, 3]);
  for (const none of [at(), at(1), at(2, 2, 2)]) expect(widestGap(none)).toBeNull();
});

test('the deviations are averaged only over the inputs inside the gap', () => {
  const fit = unsure((place) => (Math.abs(place) < 1.3 ? 0.1 : 99));
  const overlay = unsure((place) => (Math.abs(place) < 1.3 ? 0.31 : 0));
  const comparison = compareInGap(fit, overlay, clusters)!;
  expect(comparison.fit).toBeCloseTo(0.1);
  expect(comparison.overlay).toBeCloseTo(0.31);
  expect(gapText(comparison, methods['bayes-by-backprop'].comparison, hmc)).toBe(
    'In the widest gap of the data (x from −1.31 to 1.3) HMC is 3.1 times as unsure as q: ' +
      'mean field underestimates uncertainty there (Foong et al. 2020).',
  );
});

test('a gap between two plotted inputs has no result', () => {
  expect(
    compareInGap(
      unsure(() => 1),
      unsure(() => 2),
      at(0.01, 0.02),
    ),
  ).toBeNull();
  expect(
    compareInGap(
      unsure(() => Number.NaN),
      unsure(() => 2),
      clusters,
    ),
  ).toBeNull();
});

test('there is no text if the fit does not underestimate the standard deviation', () => {
  const { comparison } = methods['deep-ensemble'];
  for (const fit of [0.3, 0.299, 0.5])
    expect(gapText({ gap: [0, 1], fit, overlay: 0.3 }, comparison, hmc)).toBeNull();
  expect(gapText({ gap: [0, 1], fit: 0, overlay: 0 }, comparison, hmc)).toBeNull();
});

test('for a single network the text gives no ratio, because its standard deviation is 0', () => {
  const sentence = gapText({ gap: [0, 1], fit: 0, overlay: 0.31 }, methods.map.comparison, hmc);
  expect(sentence).toContain('HMC is unsure by ± 0.31 and MAP not at all');
  expect(sentence).not.toMatch(/NaN|Infinity|–/);
});

test('the text compares another method without calling either right', () => {
  const { comparison } = methods['bayes-by-backprop'];
  expect(
    gapText({ gap: [0, 1], fit: 0.2, overlay: 0.05 }, comparison, {
      name: 'MAP',
      isPosterior: false,
    }),
  ).toBe('Between x = 0 and 1, the widest gap of the data, MAP is unsure by ± 0.05 and q by ± 0.2.');
});
