import { expect, it } from 'vitest';
import type { TablePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { noiseContradictionText } from '../../../src/panels/views/table/noiseContradictionText.ts';
import { testExperiment } from '../../reference/problems.ts';

const actual = Array.from({ length: 40 }, (_, i) => (i % 2 ? 0.3 : -0.3));

/** Predictions of 0 for every row, with a band of ± 0.164 = 1.64 · 0.1. */
function predictive(of: 'training' | 'held-out'): TablePredictive {
  const all = (value: number) => new Float64Array(actual.length).fill(value);
  return {
    kind: 'table',
    of,
    task: 'regression',
    input: 0,
    rows: { mean: all(0), epistemicSigma: all(0), lower: all(-0.164), upper: all(0.164) },
  } as unknown as TablePredictive;
}
const textWith = (likelihood: Parameters<typeof testExperiment>[0] & object) =>
  noiseContradictionText(testExperiment(likelihood), predictive('training'), actual);

it('a fixed noise that the rows of a table contradict is told with its numbers and remedies', () => {
  expect(textWith({ likelihood: { noise: 0.1, learn: false } })).toBe(
    'The residuals are 3 times the fixed noise 0.1, so the 90 % band holds 0 % of the rows. Train longer, learn the noise, or set it to 0.3.',
  );
  expect(textWith({ likelihood: { noise: 2, learn: false } })).toMatch(
    /^The residuals are 0\.15 times the fixed noise 2, .* rows\. Learn the noise, or set it to 0\.3\.$/,
  );
});

it.each([
  [{ noise: 0.3, learn: false }],
  [{ noise: 0.1, learn: true }],
  [{ kind: 'heteroscedastic', noise: 0.1, learn: false }],
] as const)('%j says nothing', (likelihood) => {
  expect(textWith({ likelihood })).toBeNull();
});
