import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/math/editDistance.ts';

/** The recursive definition. */
function definition(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restOfA, restOfB] = [a.slice(1), b.slice(1)];
  return Math.min(
    definition(restOfA, b) + 1,
    definition(a, restOfB) + 1,
    definition(restOfA, restOfB) + (a[0] === b[0] ? 0 : 1),
  );
}

describe('the edit distance', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['steps', 'step', 1],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(editDistance(a, b)).toBe(expected);
    expect(editDistance(b, a)).toBe(expected);
  });

  it('equals its recursive definition, and one more than the limit beyond it', () => {
    const word = fc.stringMatching(/^[ab]{0,5}$/);
    fc.assert(
      fc.property(word, word, fc.nat(5), (a, b, most) => {
        const exact = definition(a, b);
        expect(editDistance(a, b)).toBe(exact);
        expect(editDistance(a, b, most)).toBe(Math.min(exact, most + 1));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
