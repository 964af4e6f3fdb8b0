import type { Chance } from './chance.ts';

/** Names that mean something to JavaScript itself. */
export const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'constructor.prototype',
  '__proto__.polluted',
  'constructor.prototype.polluted',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'length',
  'then',
  '',
  '.',
  '..',
  '0',
] as const;

/** Texts that programs are known to mishandle. */
const texts = [
  '',
  ' ',
  '\0',
  '\u0000\u0001\u001f',
  '"',
  "'",
  '`',
  '""',
  '"unclosed',
  '\\',
  '\\u0000',
  '%',
  '%00',
  '%E0%A4%A',
  '%25%32%35',
  '&',
  '=',
  '==',
  '#',
  '?',
  '+',
  ',',
  ',,,',
  ';',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u2028',
  '\uFEFF',
  '\u202Eabc',
  'İ',
  'ﬁ',
  '\ud800',
  '\udc00x',
  '👩‍👩‍👧‍👦',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘',
  '٣',
  '１２',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '{{7*7}}',
  'null',
  'undefined',
  'true',
  'NaN',
  '-Infinity',
  'none',
  'auto',
  'elsewhere',
  'full',
] as const;

/** Numbers at the limits of what a number or a parser can hold, as text. */
const numerals = [
  '0',
  '-0',
  '1',
  '-1',
  '0.1',
  '.5',
  '5.',
  '1e5',
  '1E-5',
  '1e400',
  '-1e400',
  '5e-324',
  '1.7976931348623157e308',
  '4294967295',
  '4294967296',
  '9007199254740993',
  '1e21',
  '0x10',
  '0b1',
  '1_000',
  '1,5',
  '٣',
  '--1',
  '1e',
  '١',
  '１',
  '∞',
  '-',
  '+',
] as const;

export const anyNumeral = (chance: Chance): string =>
  chance.of(0.5) ? chance.pick(numerals) : String(anyNumber(chance));

export function anyNumber(chance: Chance): number {
  const magnitude = 10 ** chance.whole(-12, 12);
  const value = (chance.random() - 0.5) * magnitude;
  return chance.of(0.5) ? Math.round(value) : value;
}

/** Text of any kind, rarely a long one. */
export function anyText(chance: Chance): string {
  if (chance.of(0.4)) return chance.pick(texts);
  if (chance.of(0.2)) return chance.pick(keys);
  if (chance.of(0.004)) return chance.pick(texts).padEnd(2, 'x').repeat(chance.whole(100, 20_000));
  const highest = chance.pick([0x7f, 0xff, 0xffff, 0x10ffff]);
  return String.fromCodePoint(...chance.list(0, 12, () => chance.whole(0, highest)));
}

/** The text with one change: a part deleted, doubled or replaced, or text inserted. */
export function mutated(chance: Chance, text: string): string {
  const at = chance.whole(0, text.length);
  const to = Math.min(text.length, at + chance.whole(0, 8));
  const [before, part, after] = [text.slice(0, at), text.slice(at, to), text.slice(to)];
  return chance.pick([
    () => before + after,
    () => before + part + part + after,
    () => before + anyText(chance) + part + after,
    () => before + anyNumeral(chance) + after,
    () => before,
    () => after + before,
  ])();
}
