import { expect } from 'vitest';
import { customTableLimits, suggestRoles, toCustomTable } from '../../src/import/customTable.ts';
import { readTable, type TableOptions } from '../../src/import/readTable.ts';
import { tableFaultTexts } from '../../src/import/tableFaultText.ts';

/** Tables as people and programs write them, and what the page makes of them without a further choice. */

export interface Outcome {
  /** Names of inputs and target; empty for x and y. */
  readonly columns?: readonly string[];
  /** The first points: inputs and target. */
  readonly points?: readonly (readonly number[])[];
  readonly classNames?: readonly string[];
  /** The first fault. */
  readonly fault?: RegExp;
}

export function outcomeOf(text: string, options: TableOptions = {}) {
  const parsed = readTable(text, customTableLimits, options);
  const reading = 'faults' in parsed ? parsed : toCustomTable(parsed.table, suggestRoles(parsed.table));
  if ('faults' in reading) return { fault: tableFaultTexts(reading.faults)[0]! };
  const { points, columns, classNames } = reading.data;
  return { columns, classNames, points: points.map(({ x, y }) => [...x, y]) };
}

export function expectOutcome(text: string, expected: Outcome, options?: TableOptions): void {
  const found = outcomeOf(text, options);
  if (expected.fault) {
    expect(found.fault).toMatch(expected.fault);
    return;
  }
  expect(found.fault).toBeUndefined();
  if (expected.columns) expect(found.columns).toEqual(expected.columns);
  if (expected.classNames) expect(found.classNames).toEqual(expected.classNames);
  if (expected.points) expect(found.points?.slice(0, expected.points.length)).toEqual(expected.points);
}

export const lines = (...rows: readonly string[]): string => rows.join('\n');
/** `count` rows from the index of the row. */
export const rowsOf = (count: number, row: (i: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, i) => row(i));
