import { isNumeral, parseCell } from './cellNumber.ts';
import type { Column } from './readTable.ts';

/** Largest number of distinct words of a column that are encoded. */
export const MAX_LEVELS = 50;

/** An input column of a training table. */
export interface InputColumn {
  readonly name: string;
  /** The words that are encoded, one input for each; null: the column is one input, a number. */
  readonly levels: readonly string[] | null;
}

/** A word that the training table does not have. */
export interface UnseenLevel {
  readonly row: number;
  readonly column: string;
  readonly cell: string;
}

/** Distinct cells of the given rows without empty ones: in order of their numbers where all are numbers, else sorted. */
export function findLevels({ cells, numberFormat }: Column, rows: readonly number[]): readonly string[] {
  const distinct = [...new Set(rows.map((row) => cells[row]!))].filter((cell) => cell !== '').sort();
  if (!distinct.every((cell) => isNumeral(cell, numberFormat))) return distinct;
  return distinct.sort((a, b) => parseCell(a, numberFormat) - parseCell(b, numberFormat));
}

/** Number of network inputs that the columns become. */
export function countInputs(columns: readonly InputColumn[]): number {
  return columns.reduce((sum, { levels }) => sum + (levels?.length ?? 1), 0);
}

/** A name for each network input: that of the column, or `column = word`. */
export function inputNamesOf(columns: readonly InputColumn[]): readonly string[] {
  return columns.flatMap(({ name, levels }) => levels?.map((level) => `${name} = ${level}`) ?? [name]);
}

/** 1 for the level of the cell and 0 for all others; all 0 for a word that is no level. */
export function encodeLevel(levels: readonly string[], cell: string): readonly number[] {
  return levels.map((level) => (level === cell ? 1 : 0));
}
