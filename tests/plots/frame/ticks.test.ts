import { expect, test } from 'vitest';
import {
  horizontalTicks,
  labelWidth,
  logarithmicTicks,
  verticalTicks,
} from '../../../src/plots/frame/ticks.ts';

test('labels of neighbouring ticks never touch, at any width and font', () => {
  for (const domain of [
    [-0.6, 1.4],
    [0, 12345],
    [-4, 4],
    [0, 3e6],
  ] as const)
    for (const pixels of [40, 120, 280, 700])
      for (const fontSize of [11, 20]) {
        const ticks = horizontalTicks(domain, pixels, fontSize);
        const at = (value: number) => (pixels * (value - domain[0])) / (domain[1] - domain[0]);
        for (let i = 1; i < ticks.length; i++) {
          const [before, tick] = [ticks[i - 1], ticks[i]] as [(typeof ticks)[0], (typeof ticks)[0]];
          const widths = ((labelWidth(before.label) + labelWidth(tick.label)) / 2) * fontSize;
          expect(at(tick.value) - at(before.value)).toBeGreaterThan(widths);
        }
      }
});

test('ticks lie within the domain and are labelled with their value', () => {
  expect(horizontalTicks([-1, 1], 200, 12).map(({ label }) => label)).toEqual([
    '−1.0',
    '−0.5',
    '0.0',
    '0.5',
    '1.0',
  ]);
  for (const { value } of verticalTicks([-1.5, 2], 150, 12))
    expect(Math.abs(value - 0.25)).toBeLessThanOrEqual(1.75);
});

test('large and small values share a power of ten, so that labels are short and exact', () => {
  for (const [domain, power] of [
    [[-2e9, 2e9], 9],
    [[0, 250_000], 3],
    [[0, 1e5], 3],
    [[0, 99_999], undefined],
    [[-0.004, 0.002], -3],
  ] as const)
    for (const tick of verticalTicks(domain, 300, 12)) {
      expect(tick.power).toBe(power);
      const shown = Number(tick.label.replaceAll(',', '').replace('−', '-'));
      expect(shown * 10 ** (tick.power ?? 0)).toBeCloseTo(tick.value, 6);
      expect(tick.label.length).toBeLessThanOrEqual(6);
    }
});

test('a logarithmic axis thins from 1, 2, 5 to powers of ten to every other power', () => {
  const values = (pixels: number) => logarithmicTicks([0.001, 10], pixels, 12).map(({ label }) => label);
  expect(values(400)).toEqual([
    '0.001',
    '0.002',
    '0.005',
    '0.01',
    '0.02',
    '0.05',
    '0.1',
    '0.2',
    '0.5',
    '1',
    '2',
    '5',
    '10',
  ]);
  expect(values(120)).toEqual(['0.001', '0.01', '0.1', '1', '10']);
  expect(values(60)).toEqual(['0.01', '1']);
});

test('years have no thousands separator in any language', () => {
  expect(horizontalTicks([1700, 2000], 300, 12, false)[0]?.label).toBe('1700');
  expect(horizontalTicks([1700, 2000], 300, 12)[0]?.label).toBe('1,700');
});
