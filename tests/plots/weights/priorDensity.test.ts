import { expect, test } from 'vitest';
import { type PriorKind, priors } from '../../../src/model/priors/index.ts';
import { createFrame } from '../../../src/plots/frame/frame.ts';
import { priorCurve } from '../../../src/plots/weights/priorCurve.ts';
import { priorDomain, priorLine, priorSummary } from '../../../src/plots/weights/priorDensity.ts';
import { gaussianPrior } from './weights.ts';

const frame = createFrame({ width: 200, height: 100 }, 10, { left: 1, right: 1, top: 1, bottom: 1 });
const kinds = Object.keys(priors) as PriorKind[];

test.each(kinds)('the line of the %s prior is finite, symmetric and inside the frame', (kind) => {
  const line = priorLine(priorCurve({ ...gaussianPrior, kind }), frame);
  line.forEach(([, y], i) => {
    expect(y).toBeGreaterThanOrEqual(frame.top);
    expect(y).toBeLessThanOrEqual(frame.bottom);
    expect(y).toBeCloseTo(line[line.length - 1 - i]?.[1] as number);
  });
  expect([line[0]?.[0], line.at(-1)?.[0]]).toEqual([frame.left, frame.right]);
});

test.each(kinds)('the %s prior, shrunk by a layer, still integrates to one', (kind) => {
  const { density, deviation } = priorCurve({ ...gaussianPrior, kind, sigma2: 0.1 }, 0.25);
  let sum = 0;
  for (let w = -20 * deviation; w < 20 * deviation; w += deviation / 500)
    sum += (density(w) * deviation) / 500;
  expect(sum).toBeCloseTo(1, 3);
});

test('the axis is round and holds three standard deviations', () => {
  expect(priorDomain(priorCurve(gaussianPrior))).toEqual([-3, 3]);
  expect(priorDomain(priorCurve({ ...gaussianPrior, sigma: 0.011 }))[1]).toBeCloseTo(0.04);
});

test('only the spike of a mixture is clipped, and the text states it', () => {
  expect(priorSummary(priorCurve(gaussianPrior))).toBe(
    'Gaussian prior: density over one weight, standard deviation 1.',
  );
  expect(priorSummary(priorCurve({ ...gaussianPrior, kind: 'laplace' }))).not.toContain('spike');
  expect(priorSummary(priorCurve({ ...gaussianPrior, kind: 'scale-mixture' }))).toContain('reaches 80');
});
