import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpolate } from '../../src/math/interpolate.ts';
import { linspace } from '../../src/math/linspace.ts';
import { mean, variance } from '../../src/math/moments.ts';

describe('linspace', () => {
  it('includes both ends, in equal steps', () => {
    expect([...linspace(-1, 1, 5)]).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect([...linspace(3, 2, 2)]).toEqual([3, 2]);
  });
});

describe('linear interpolation', () => {
  const x = [0, 1, 3];

  it('passes through the points and is straight between them', () => {
    expect([0, 0.5, 1, 1.5, 3].map((at) => interpolate(x, [2, 4, 0], at))).toEqual([2, 3, 4, 3, 0]);
  });

  it('reproduces a straight line', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3, noNaN: true }), (at) => {
        expect(
          interpolate(
            x,
            x.map((value) => 2 - 5 * value),
            at,
          ),
        ).toBeCloseTo(2 - 5 * at, 12);
      }),
      { seed: 1 },
    );
  });

  it('is undefined outside the points', () => {
    expect([-0.1, 3.1, Number.NaN].map((at) => interpolate(x, x, at))).toEqual([NaN, NaN, NaN]);
    expect(interpolate([], [], 0)).toBeNaN();
  });
});

describe('sample moments', () => {
  it('equal the textbook formulas', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
    expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 14);
  });

  it('of one value are the value and 0; without values the mean is NaN', () => {
    expect([mean([3]), variance([3])]).toEqual([3, 0]);
    expect(mean([])).toBeNaN();
  });
});
