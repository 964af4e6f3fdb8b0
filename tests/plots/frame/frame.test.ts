import { expect, test } from 'vitest';
import { axisMargins, createFrame, spreadLabels, toPixels } from '../../../src/plots/frame/frame.ts';

test('the plotting area is inset by the margins times the font size', () => {
  expect(createFrame({ width: 330, height: 200 }, 10, { left: 4, right: 1, top: 2, bottom: 3 })).toEqual({
    width: 330,
    height: 200,
    left: 40,
    right: 320,
    top: 20,
    bottom: 170,
  });
});

test('the plotting area never has a negative size', () => {
  const frame = createFrame({ width: 10, height: 10 }, 24, axisMargins);
  expect(frame.right).toBeGreaterThan(frame.left);
  expect(frame.bottom).toBeGreaterThan(frame.top);
});

test('values far outside the frame are clamped one frame height beyond it; values not finite are gaps', () => {
  const frame = createFrame({ width: 100, height: 100 }, 10, { left: 0, right: 0, top: 0, bottom: 0 });
  const pixels = toPixels(
    [0.5, 1e300, -1e300, Number.NaN, Number.POSITIVE_INFINITY],
    (y) => 100 - 100 * y,
    frame,
  );
  expect([...pixels]).toEqual([50, -100, 200, Number.NaN, Number.NaN]);
});

test('labels are moved apart, in order, within the frame', () => {
  const spread = spreadLabels([50, 48, 99], 12, 0, 100);
  expect(spread[1]).toBeLessThanOrEqual((spread[0] as number) - 12);
  expect(spread[0]).toBeLessThanOrEqual((spread[2] as number) - 12);
  expect(Math.max(...spread)).toBeLessThanOrEqual(100);
  expect(spreadLabels([10, 50, 90], 12, 0, 100)).toEqual([10, 50, 90]);
});
