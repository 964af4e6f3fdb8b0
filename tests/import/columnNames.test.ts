import { describe, expect, it } from 'vitest';
import { uniqueNames } from '../../src/import/columnNames.ts';
import { customTableLimits } from '../../src/import/customTable.ts';
import { readTable } from '../../src/import/readTable.ts';

/** A set that counts how often it is asked for a name. */
class CountingSet extends Set<string> {
  asked = 0;

  override has(name: string): boolean {
    this.asked++;
    return super.has(name);
  }
}

const lookups = (names: readonly string[]): number => {
  const known = new CountingSet();
  uniqueNames(names, known);
  return known.asked;
};

describe('names of columns', () => {
  it('that are equal get numbers, and stay unique where a number is taken', () => {
    expect(uniqueNames(['a', 'a', 'a (2)', 'a'])).toEqual(['a', 'a (2)', 'a (2) (2)', 'a (3)']);
  });

  it.each<[string, (i: number) => string]>([
    ['equal', () => 'a'],
    ['long and equal', () => 'z'.repeat(60)],
    ['taken already', (i) => (i % 2 ? `a (${(i + 3) / 2})` : 'a')],
    ['long with equal beginnings', (i) => `${'z'.repeat(52)}${i % 3}`],
  ])('that are %s are looked up at most three times each', (_name, name) => {
    for (const count of [200, 2000]) {
      const names = Array.from({ length: count }, (_, i) => name(i));
      expect(lookups(names)).toBeLessThanOrEqual(3 * count);
      expect(uniqueNames(names).every((each) => each.length <= 60)).toBe(true);
      expect(new Set(uniqueNames(names)).size).toBe(count);
    }
  });

  it('of 2,000 columns are read', () => {
    const text = [Array(2000).fill('same').join(), Array(2000).fill('1.5').join()].join('\n');
    const parsed = readTable(text, customTableLimits);
    expect('table' in parsed && parsed.table.columns.at(-1)?.name).toBe('same (2000)');
  });
});
