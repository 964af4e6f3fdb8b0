/** Largest absolute value of a number in a table: its square, summed over a million rows, is a finite double. */
const MAX_NUMBER = 1e100;

/** The decimal mark of a column. The other one of the two separates thousands. */
export type DecimalMark = '.' | ',';

/** How the cells of a column write numbers. */
export interface NumberFormat {
  readonly decimalMark: DecimalMark;
  /** The currency or per cent sign of the column; '' if it has none. */
  readonly unit: string;
}

/** Why a cell cannot be used as a number. */
export type CellProblem = 'missing' | 'placeholder' | 'notNumber' | 'notFinite' | 'tooLarge';

/** What a cell would be with either decimal mark; NaN where it is no number. */
export interface NumberReadings {
  readonly unit: string;
  readonly point: number;
  readonly comma: number;
}

const notFinite = /^[+-]?(inf|infinity|nan)$/i;
/** What programs write where a value is missing: UCI, R, spreadsheets, Python, SQL. */
const placeholder = /^(\?|n\/?a|#n\/a|null|none|<na>|-{1,4}|\.)$/i;

/** A numeral of more characters is not tried. */
const MAX_LENGTH = 400;

const exponent = '(?:[ed][+-]?\\d+)?';
/** Groups of three digits after a leading one; of two before the last three, as in India, if `indian`. */
const grouped = (mark: string, indian = false): string =>
  `[1-9]\\d{0,2}(?:${mark}\\d{3})+${indian ? `|[1-9]\\d?(?:${mark}\\d{2})+${mark}\\d{3}` : ''}`;
const pattern = (mark: string, thousands: string): RegExp =>
  new RegExp(
    `^[+-]?(?:(?:\\d+|${thousands}|${grouped(' ')}|${grouped("'")})(?:${mark}\\d*)?|${mark}\\d+)${exponent}$`,
    'i',
  );
const withPoint = pattern('\\.', grouped(',', true));
const withComma = pattern(',', grouped('\\.'));
/** Digits with at most one point: the only form of most cells. */
const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

const currency =
  '\\p{Sc}|(?:US|CA|AU|NZ|HK|R)\\$|(?:AUD|BRL|CAD|CHF|CNY|CZK|DKK|EUR|GBP|INR|JPY|NOK|NZD|PLN|SEK|USD)\\b';
const leading = new RegExp(`^([+-]?) ?(${currency}) ?(?=[+-]?[\\d.,])`, 'u');
const trailing = new RegExp(`(?<=[\\d.,]) ?(%|${currency})$`, 'u');

/** Whether a trimmed cell stands for a missing value. */
export function isPlaceholder(cell: string): boolean {
  return cell === '' || (cell.length <= 4 && placeholder.test(cell));
}

/**
 * What a trimmed cell writes with a decimal point and with a decimal comma; null if neither is a number. Thousands may be
 * grouped by the other mark, by spaces or by apostrophes; U+2212 is a minus sign; D is an exponent, as in Fortran.
 */
export function readingsOf(cell: string): NumberReadings | null {
  if (cell.length > MAX_LENGTH) return null;
  const bare = cell
    .replace(/\u2212/g, '-')
    .replace(/[\u00A0\u2007\u2009\u202F]/g, ' ')
    .replace(/\u2019/g, "'");
  const before = leading.exec(bare);
  const unsigned = before ? before[1]! + bare.slice(before[0].length) : bare;
  const after = trailing.exec(unsigned);
  const text = after ? unsigned.slice(0, after.index) : unsigned;
  if (before && after) return null;
  const point = withPoint.test(text) ? toNumber(text.replace(/[, ']/g, '')) : Number.NaN;
  const comma = withComma.test(text) ? toNumber(text.replace(/[. ']/g, '').replace(',', '.')) : Number.NaN;
  if (Number.isNaN(point) && Number.isNaN(comma)) return null;
  return { unit: before?.[2] ?? after?.[1] ?? '', point, comma };
}

function toNumber(text: string): number {
  return Number(text.replace(/d/i, 'e'));
}

/** The value of a trimmed cell in the format of its column; NaN for anything that is no number in it. */
export function parseCell(cell: string, { decimalMark, unit }: NumberFormat): number {
  if (decimalMark === '.' && unit !== '%' && plain.test(cell)) return Number(cell);
  const readings = readingsOf(cell);
  // A bare number may stand among currencies, not among percentages.
  if (!readings || (readings.unit !== unit && (readings.unit !== '' || unit === '%'))) return Number.NaN;
  return decimalMark === '.' ? readings.point : readings.comma;
}

/** Whether a trimmed cell writes a number, including those that cellProblem rejects: too large, infinite, NaN. */
export function isNumeral(cell: string, format: NumberFormat): boolean {
  return !Number.isNaN(parseCell(cell, format)) || notFinite.test(cell);
}

/** Whether a trimmed cell writes a number in any format. */
export function isAnyNumeral(cell: string): boolean {
  return plain.test(cell) || notFinite.test(cell) || readingsOf(cell) !== null;
}

/** Why a trimmed cell is no finite number within ±MAX_NUMBER; null if it is one. */
export function cellProblem(cell: string, format: NumberFormat): CellProblem | null {
  if (cell === '') return 'missing';
  const value = parseCell(cell, format);
  if (Math.abs(value) <= MAX_NUMBER) return null;
  if (!Number.isNaN(value)) return 'tooLarge';
  if (notFinite.test(cell)) return 'notFinite';
  return isPlaceholder(cell) ? 'placeholder' : 'notNumber';
}
