import { expect, test } from 'vitest';
import type { Bands, SequencePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { createFrame } from '../../../src/plots/frame/frame.ts';
import { createScales } from '../../../src/plots/predictive/predictivePlot.ts';
import {
  bandGeometry,
  countCovered,
  predictionAt,
  sequenceDomains,
} from '../../../src/plots/series/sequencePlot.ts';
import {
  coverageSentence,
  sequenceReadout,
  sequenceSummary,
  timeText,
} from '../../../src/plots/series/sequenceText.ts';

const time = { start: 2000, step: 0.5 };
const values = [1, 2, 3, 4, 5, 6];

/** Bands of half-width 1 around the given centres, epistemic half-width 0.5. */
function bands(...centres: number[]): Bands {
  const of = (shift: number) => Float64Array.from(centres, (centre) => centre + shift);
  return { centre: of(0), epistemicLower: of(-0.5), epistemicUpper: of(0.5), lower: of(-1), upper: of(1) };
}

const predictive: SequencePredictive = {
  kind: 'sequence',
  first: 2,
  oneStep: bands(3, 4, 9, 6),
  origin: 4,
  forecast: bands(5, 8, 7),
  paths: new Float64Array(0),
  drawCount: 0,
};

test('the axes show all values and a margin ahead', () => {
  const [x, y] = sequenceDomains(values, time, 4);
  expect(x).toEqual([2000, 2004.5]);
  expect(y).toEqual([1 - 5 / 8, 6 + 5 / 8]);
  expect(sequenceDomains([3, 3], time, 0)[1]).toEqual([3 - 1 / 8, 3 + 1 / 8]);
});

test('bands are at their times, and nest', () => {
  const frame = createFrame({ width: 200, height: 100 }, 10, { left: 0, right: 0, top: 0, bottom: 0 });
  const scales = createScales(frame, [2000, 2010], [0, 10]);
  const { x, centre, upper, innerUpper, innerLower, lower } = bandGeometry(
    bands(5, 6),
    4,
    time,
    frame,
    scales,
  );
  expect([...x]).toEqual([40, 50]);
  expect([...centre]).toEqual([50, 40]);
  [upper[0], innerUpper[0], innerLower[0], lower[0]].forEach((pixel, i) =>
    expect(pixel).toBeCloseTo([40, 45, 55, 60][i]!, 9),
  );
});

test('coverage of the bands is counted at the observed values', () => {
  expect(countCovered(predictive.oneStep, 2, values)).toEqual({ inside: 3, of: 4 });
  expect(countCovered(predictive.forecast, 4, values)).toEqual({ inside: 1, of: 2 });
  expect(countCovered(predictive.forecast, 6, values)).toEqual({ inside: 0, of: 0 });
  expect(coverageSentence(predictive, values, 0.9)).toBe(
    'The 90 % band of the forecast holds 1 of 2 true values.',
  );
  expect(coverageSentence({ ...predictive, origin: 6 }, values, 0.9)).toBeNull();
});

test('before the origin a readout is a one-step prediction, after it the forecast', () => {
  expect(predictionAt(predictive, 3)).toEqual({ kind: 'one step', centre: 4, lower: 3, upper: 5 });
  expect(predictionAt(predictive, 4)).toEqual({ kind: 'forecast', centre: 5, lower: 4, upper: 6 });
  expect(predictionAt(predictive, 1)).toBeNull();
  expect(predictionAt(predictive, 7)).toBeNull();
  expect(sequenceReadout(predictive, 6, values, time, 0.9)).toBe(
    '2003.00: not known yet; forecast 7, 90 % between 6 and 8',
  );
  expect(sequenceReadout(null, 1, values, time, 0.9)).toBe('2000.50: 2');
  expect(timeText(3, { start: 1700, step: 1 })).toBe('1703');
  const monthly = { start: 1949, step: 1 / 12 };
  expect([0, 6, 11, 12, 143].map((t) => timeText(t, monthly))).toEqual([
    '1949-01',
    '1949-07',
    '1949-12',
    '1950-01',
    '1960-12',
  ]);
});

test('the summary describes the plot', () => {
  const words = sequenceSummary(predictive, values, 4, time, 'posterior', 0.9);
  expect(words).toContain('a series of 6 values from 2000.00 to 2002.50; those from 2002.00 on are held out');
  expect(words).toContain('The 90 % band of one step holds 3 of 4 values.');
  expect(words).toContain('Forecast from 2002.00: The 90 % band of the forecast holds 1 of 2 true values.');
});
