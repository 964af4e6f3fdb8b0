import type { Chance } from './chance.ts';

/** A table of numbers in a random format. */
export interface FormattedTable {
  readonly bytes: Uint8Array;
  /** [rows][columns], the last one is the target. */
  readonly values: readonly (readonly number[])[];
  readonly names: readonly string[];
}

interface Layout {
  readonly separator: string;
  readonly end: string;
  readonly decimal: '.' | ',';
  readonly thousands: string;
  readonly unit: (text: string) => string;
  readonly quotesAll: boolean;
  readonly spaces: string;
}

/** A number with decimals, as any program and country writes it, in a text of any layout and encoding. */
export function anyFormattedTable(chance: Chance): FormattedTable {
  const layout = anyLayout(chance);
  const names = ['time', 'Länge', 'price (€)', 'y 2'].slice(-chance.whole(2, 4));
  const values = chance.list(2, 12, () => names.map(() => anyValue(chance)));
  // Two decimals in each column show its decimal mark.
  values[0] = names.map((_, column) => 0.25 + column);
  const rowNames = chance.pick(['none', 'none', 'pandas', 'R']);
  const cells = values.map((row, at) => [
    ...(rowNames === 'none' ? [] : [quoted(rowNames === 'R' ? `r${at}` : String(at), rowNames === 'R')]),
    ...row.map((value) => writeNumber(value, layout)),
  ]);
  const header = [
    ...(rowNames === 'pandas' ? [layout.separator === ' ' ? '""' : ''] : []),
    ...names.map((name) => quoted(name, true)),
  ];
  const tail = layout.separator !== ' ' && rowNames !== 'R' && chance.of(0.2) ? layout.separator : '';
  const glue = layout.separator === ' ' ? layout.spaces : `${layout.separator}${layout.spaces}`;
  const text = [
    ...(chance.of(0.1) && layout.separator !== ' ' ? [`sep=${layout.separator}`] : []),
    ...(chance.of(0.2) ? ['# a comment, of some words; more than cells | there are'] : []),
    ...[header, ...cells].map((row) => row.join(glue) + tail),
    ...(chance.of(0.5) ? [''] : []),
  ].join(layout.end);
  return { bytes: encode(chance, text), values, names };
}

function anyLayout(chance: Chance): Layout {
  const separator = chance.pick([',', ';', '\t', '|', ' ']);
  const decimal = chance.pick(['.', ','] as const);
  const other = decimal === '.' ? ',' : '.';
  const grouping = chance.pick(['', '', other, ' ', '\u00A0', '\u202F', "'", '’']);
  return {
    separator,
    end: chance.pick(['\n', '\r\n', '\r']),
    decimal,
    // A space within a number needs quotes where spaces separate.
    thousands: grouping === ' ' && separator === ' ' ? '' : grouping,
    unit: chance.pick([(text) => text, (text) => text, (text) => `${text}€`, (text) => `$${text}`]),
    quotesAll: chance.of(0.2) || separator === ',',
    spaces: separator === ' ' ? chance.pick([' ', '   ']) : chance.pick(['', '', ' ']),
  };
}

function anyValue(chance: Chance): number {
  const decimals = chance.pick([0, 0, 1, 2, 3]);
  const value = (chance.random() - 0.3) * 10 ** chance.whole(0, 8);
  return Number(value.toFixed(decimals)) + 0;
}

function writeNumber(value: number, { decimal, thousands, unit, quotesAll, separator }: Layout): string {
  const [whole = '', part] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  const sign = value < 0 ? '-' : '';
  const text = `${sign}${unit(part === undefined ? grouped : `${grouped}${decimal}${part}`)}`;
  return quoted(text, quotesAll || text.includes(separator));
}

function quoted(text: string, isQuoted: boolean): string {
  return isQuoted ? `"${text}"` : text;
}

function encode(chance: Chance, text: string): Uint8Array {
  const encoding = chance.pick(['utf8', 'utf8', 'marked', 'utf16le', 'latin1'] as const);
  if (encoding === 'latin1' && [...text].every((character) => character.charCodeAt(0) < 256))
    return Buffer.from(text, 'latin1');
  if (encoding === 'utf16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Buffer.from(encoding === 'marked' ? `\uFEFF${text}` : text, 'utf8');
}
