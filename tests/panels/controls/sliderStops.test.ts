import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearestStop, nextStop, sliderStops } from '../../../src/panels/controls/fields/sliderStops.ts';

const logarithmic = fc
  .record({
    low: fc.integer({ min: -6, max: 2 }),
    decades: fc.integer({ min: 1, max: 5 }),
    integer: fc.boolean(),
  })
  .map(({ low, decades, integer }) => ({
    minimum: integer ? 1 : Number(`1e${low}`),
    maximum: integer ? 10 ** decades : Number(`1e${low + decades}`),
    logarithmic: true,
    integer,
  }));

it('a logarithmic slider stops at both ends, and stops differ by at most a third', () => {
  fc.assert(
    fc.property(logarithmic, (range) => {
      const stops = sliderStops(range);
      expect(stops[0]).toBe(range.minimum);
      expect(stops.at(-1)).toBe(range.maximum);
      stops.slice(1).forEach((stop, i) => {
        expect(stop).toBeGreaterThan(stops[i] as number);
        expect(stop).toBeLessThanOrEqual(
          Math.max(1.34 * (stops[i] as number), range.integer ? (stops[i] as number) + 1 : 0),
        );
      });
    }),
  );
});

it('a slider of whole numbers stops only at whole numbers', () => {
  const stops = sliderStops({ minimum: 1, maximum: 64, logarithmic: true, integer: true });
  expect(stops.every(Number.isInteger)).toBe(true);
  expect(stops.slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(stops).toContain(64);
});

it('a linear slider stops at every step, without rounding noise', () => {
  const stops = sliderStops({ minimum: 0.5, maximum: 0.99, logarithmic: false, step: 0.01 });
  expect(stops).toHaveLength(50);
  expect(stops).toContain(0.57);
  expect(stops).toContain(0.9);
});

it('every default of a log slider of the page lies on a stop', () => {
  expect(sliderStops({ minimum: 1e-4, maximum: 0.3, logarithmic: true })).toContain(0.01);
  expect(sliderStops({ minimum: 0.01, maximum: 10, logarithmic: true })).toContain(1);
  expect(sliderStops({ minimum: 1, maximum: 64, logarithmic: true, integer: true })).toContain(4);
});

it('the thumb is at the stop nearest by ratio, also for a value beyond the ends', () => {
  const stops = [0.01, 0.1, 1, 10];
  expect(nearestStop(stops, 0.5, true)).toBe(2);
  expect(nearestStop(stops, 0.2, true)).toBe(1);
  expect(nearestStop(stops, 500, true)).toBe(3);
  expect(nearestStop(stops, 0, true)).toBe(0);
  expect(nearestStop([0, 1, 2], 0.4, false)).toBe(0);
});

it('arrow keys move from any value to the next stop, and stay at the ends', () => {
  const stops = [1, 2, 5];
  expect(nextStop(stops, 2, 1)).toBe(5);
  expect(nextStop(stops, 3, -1)).toBe(2);
  expect(nextStop(stops, 5, 1)).toBe(5);
  expect(nextStop(stops, 1, -1)).toBe(1);
});
