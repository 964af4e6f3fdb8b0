import { expect, test } from 'vitest';
import { createRandom } from '../../../src/math/random.ts';
import { costTexts, roundedEquation, shortenCosts } from '../../../src/plots/cost/costUnits.ts';
import { formatDigits } from '../../../src/plots/frame/format.ts';
import { formatShares, formatSum, roundSum } from '../../../src/plots/frame/formatSum.ts';

/** The number that a text shows, as an integer multiple of its last digit and that digit's power of ten. */
function shown(text: string): { readonly multiple: number; readonly place: number } {
  const [mantissa, power] = text.replace('−', '-').replaceAll(',', '').split(' × ') as [string, string?];
  const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  const exponent = power ? Number([...power.slice(2)].map((digit) => digits.indexOf(digit)).join('')) : 0;
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return { multiple: Math.round(Number(mantissa.replace('.', ''))), place: exponent - decimals };
}

function expectToAddUp(terms: readonly string[], total: string): void {
  const numbers = [...terms.filter((term) => term !== '0'), total].map(shown);
  expect(new Set(numbers.map(({ place }) => place)).size).toBe(1);
  const sum = numbers.slice(0, -1).reduce((all, { multiple }) => all + multiple, 0);
  expect(sum).toBe(numbers.at(-1)!.multiple);
}

/** A number of any sign whose size is spread evenly over the powers of ten from 10⁻⁵ to 10⁹. */
const anyNumber = (random: () => number) => (random() < 0.5 ? -1 : 1) * 10 ** (14 * random() - 5);

test('the terms shown add up to the total shown, and each is less than one unit from its value', () => {
  const random = createRandom(7, 1);
  for (let trial = 0; trial < 20_000; trial++) {
    const terms = Array.from({ length: 2 + Math.floor(6 * random()) }, () => anyNumber(random));
    const { terms: texts, total } = formatSum(terms, trial % 2 === 0);
    expectToAddUp(texts, total);
    for (const [i, text] of texts.entries()) {
      const { multiple, place } = shown(text);
      expect(Math.abs(terms[i]! / 10 ** place - multiple)).toBeLessThan(1 + 1e-6);
    }
  }
});

test('the total shown is the total, rounded', () => {
  const random = createRandom(8, 1);
  for (let trial = 0; trial < 2000; trial++) {
    const terms = Array.from({ length: 5 }, () => 200 * random() - 100);
    const { multiple, place } = shown(formatSum(terms).total);
    const sum = terms.reduce((all, term) => all + term, 0);
    expect(Math.abs(sum / 10 ** place - multiple)).toBeLessThanOrEqual(0.5 + 1e-9);
  }
});

test('complexity and likelihood cost add up to F in nats and in bits, at any size', () => {
  const random = createRandom(9, 1);
  for (let trial = 0; trial < 20_000; trial++) {
    const costs = { complexityCost: Math.abs(anyNumber(random)), likelihoodCost: anyNumber(random) };
    for (const units of ['nats', 'bits'] as const) {
      const { total, complexity, likelihood } = costTexts(costs, units);
      expectToAddUp([complexity, likelihood], total);
    }
  }
});

test('costs in a table of four significant digits add up', () => {
  const random = createRandom(11, 1);
  const read = (text: string) => Number(text.replace('−', '-').replaceAll(',', ''));
  for (let trial = 0; trial < 20_000; trial++) {
    const [complexity, likelihood] = [10 ** (7 * random() - 2), (random() - 0.5) * 10 ** (7 * random() - 2)];
    const costs = roundedEquation(complexity, likelihood, 4);
    const texts = [costs.complexity, costs.likelihood, costs.total].map((cost) => formatDigits(cost, 4));
    // From a million on all three are shown with a power of ten of their own.
    if (texts.some((text) => text.includes('×'))) continue;
    const [first, second, total] = texts.map(read) as [number, number, number];
    expect(first + second - total).toBeCloseTo(0, 9);
  }
});

test('the costs of a row of the data table add up', () => {
  const random = createRandom(12, 1);
  for (let trial = 0; trial < 5000; trial++) {
    const costs = [10 ** (6 * random() - 2), (random() - 0.5) * 10 ** (6 * random() - 2)] as const;
    const cells = shortenCosts(['100', ...[costs[0] + costs[1], ...costs].map(String)]);
    expect(cells[0]).toBe('100');
    const [total, complexity, likelihood] = cells.slice(1).map(Number) as [number, number, number];
    expect(complexity + likelihood - total).toBeCloseTo(0, 8);
  }
});

test('the sums that did not add up', () => {
  expect(costTexts({ complexityCost: 140.36, likelihoodCost: -140.633 }, 'nats')).toEqual({
    total: '−0.3',
    complexity: '140.4',
    likelihood: '−140.7',
  });
  expect(costTexts({ complexityCost: 448.4, likelihoodCost: 157.3 }, 'nats').total).toBe('605.7');
  expect(costTexts(null, 'nats')).toEqual({ total: '–', complexity: '–', likelihood: '–' });
});

test('numbers of a sum have as many decimals as its largest needs', () => {
  expect(formatSum([0.0123, 0.02])).toEqual({ terms: ['0.012', '0.020'], total: '0.032' });
  expect(formatSum([1234.4, -0.2])).toEqual({ terms: ['1,234', '0'], total: '1,234' });
  expect(formatSum([2e6, 345])).toEqual({ terms: ['2.000 × 10⁶', '0.000 × 10⁶'], total: '2.000 × 10⁶' });
  expect(formatSum([-1.5146, 0.00394], true)).toEqual({ terms: ['−1.5146', '0.0039'], total: '−1.5107' });
  expect(formatSum([Number.NaN, 1])).toEqual({ terms: ['–', '–'], total: '–' });
  expect(formatSum([0, -0])).toEqual({ terms: ['0', '0'], total: '0.000' });
});

test('the percentages of a whole add up to 100', () => {
  const random = createRandom(10, 1);
  for (let trial = 0; trial < 2000; trial++) {
    const sizes = Array.from({ length: 2 + Math.floor(9 * random()) }, () => random() ** 3);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    const texts = formatShares(sizes.map((size) => size / all));
    const sum = texts.reduce((total, text) => total + Math.round(10 * Number(text.replace(' %', ''))), 0);
    expect(sum).toBe(1000);
  }
  expect(formatShares([0.6, 0.4])).toEqual(['60 %', '40 %']);
  expect(formatShares([1 / 3, 1 / 3, 1 / 3])).toEqual(['33.4 %', '33.3 %', '33.3 %']);
});

test('the term that is furthest from its rounded value takes the surplus', () => {
  expect(roundSum([1.4, 2.3, 3.3], 0)).toEqual({ terms: [2, 2, 3], total: 7 });
});
