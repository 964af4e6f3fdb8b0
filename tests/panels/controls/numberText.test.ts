import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fieldText, parseNumber } from '../../../src/panels/controls/fields/numberText.ts';

it('a number is parsed with spaces, a decimal comma, a true minus sign or an exponent', () => {
  expect(parseNumber(' 0.3 ')).toBe(0.3);
  expect(parseNumber('0,3')).toBe(0.3);
  expect(parseNumber('−2')).toBe(-2);
  expect(parseNumber('.5')).toBe(0.5);
  expect(parseNumber('1e-3')).toBe(0.001);
});

it('a text that is not one finite number is refused', () => {
  for (const text of ['', '  ', '-', '1.2.3', '1,000,000', '0x10', 'NaN', 'Infinity', '1e999', 'two', '3 4'])
    expect(parseNumber(text)).toBeNull();
});

it('the text of a field parses to the same number, to six digits', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (value) => {
      const read = parseNumber(fieldText(value));
      expect(read).not.toBeNull();
      expect(Math.abs((read as number) - value)).toBeLessThanOrEqual(1e-5 * Math.abs(value));
    }),
  );
});
