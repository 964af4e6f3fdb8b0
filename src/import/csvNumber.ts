import { t } from '../i18n/index.ts';
import { formatWhole } from '../i18n/numbers.ts';

/** Size that a number may have. */
const MAX_NUMBER = 1e9;
/** Characters of a cell that a fault repeats. */
const SHOWN_CELL = 40;

const numeral = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const notFinite = /^[+-]?(inf|infinity|nan)$/i;

/** The number that a cell spells in decimal; NaN if it spells none. The typographic minus is a minus. */
export function cellNumber(cell: string, decimalComma: boolean): number {
  const text = (decimalComma ? cell.replace(',', '.') : cell).replace(/\u2212/g, '-');
  return numeral.test(text) ? Number(text) : Number.NaN;
}

/** Whether a cell is a number, be it one that is refused: too large, infinite, NaN. */
export function isMeantAsNumber(cell: string, decimalComma: boolean): boolean {
  return notFinite.test(cell) || !Number.isNaN(cellNumber(cell, decimalComma));
}

/** What is wrong with a cell that should be a number; null if nothing is. */
export function cellFault(cell: string, decimalComma: boolean): string | null {
  const value = cellNumber(cell, decimalComma);
  const shown = cell.length > SHOWN_CELL ? `${cell.slice(0, SHOWN_CELL)}…` : cell;
  if (cell === '') return t('the value is missing');
  if (notFinite.test(cell)) return t("''{cell}'' is not a finite number", { cell: shown });
  if (Number.isNaN(value)) return t("''{cell}'' is not a number", { cell: shown });
  if (Math.abs(value) <= MAX_NUMBER) return null;
  return t('{cell} is beyond ±{most}', { cell: shown, most: formatWhole(MAX_NUMBER) });
}
