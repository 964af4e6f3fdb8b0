import { describe, expect, it } from 'vitest';
import { philox } from '../../src/math/philox.ts';
import { createRandom, fillNormal, permutation, streams } from '../../src/math/random.ts';

describe('philox', () => {
  // Known-answer vectors of the reference implementation (Random123, kat_vectors, philox4x32 10).
  it.each([
    [
      [0, 0, 0, 0, 0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ] as const)('gives the published words for counter and key %j', ([c0, c1, c2, c3, k0, k1], words) => {
    expect([...philox(new Uint32Array(4), c0, c1, c2, c3, k0, k1)]).toEqual(words);
  });
});

describe('noise', () => {
  const count = 40_000;
  const noise = new Float64Array(count);
  fillNormal(noise, 7, streams.weights, 3, 2);

  it('is standard normal: mean, variance and kurtosis within four standard errors', () => {
    const moment = (power: number) => noise.reduce((sum, value) => sum + value ** power, 0) / count;
    expect(Math.abs(moment(1))).toBeLessThan(4 / Math.sqrt(count));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / count));
  });

  it('of a parameter does not depend on how many parameters there are', () => {
    const few = new Float64Array(10);
    fillNormal(few, 7, streams.weights, 3, 2);
    expect([...few]).toEqual([...noise.slice(0, 10)]);
  });

  it.each([
    ['seed', [8, streams.weights, 3, 2]],
    ['stream', [7, streams.prediction, 3, 2]],
    ['step', [7, streams.weights, 4, 2]],
    ['sample', [7, streams.weights, 3, 1]],
  ] as const)('of another %s is uncorrelated', (_name, [seed, stream, step, sample]) => {
    const other = new Float64Array(count);
    fillNormal(other, seed, stream, step, sample);
    const correlation = other.reduce((sum, value, i) => sum + value * (noise[i] as number), 0) / count;
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(count));
  });
});

describe('uniform numbers', () => {
  it('stay inside (0, 1) and repeat for the same seed', () => {
    const random = createRandom(5, streams.data);
    const again = createRandom(5, streams.data);
    for (let i = 0; i < 1000; i++) {
      const value = random();
      expect(value > 0 && value < 1).toBe(true);
      expect(again()).toBe(value);
    }
  });

  it('shuffle every index exactly once', () => {
    const order = permutation(createRandom(5, streams.shuffle), 100);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect([...order]).not.toEqual(Array.from({ length: 100 }, (_, i) => i));
  });
});
