import { isPlaceholder, parseCell } from './cellNumber.ts';
import type { Table } from './readTable.ts';

/** A cell that is written otherwise than its value in plain notation. */
export interface ReadingExample {
  readonly column: string;
  readonly cell: string;
  readonly value: number;
}

/** For each column of numbers the first cell with grouped thousands, a decimal comma, a sign of a unit or an exponent D. */
export function readingExamples({ columns }: Table): readonly ReadingExample[] {
  return columns.flatMap(({ name, kind, cells, numberFormat, ambiguity }) => {
    if (kind !== 'number' || ambiguity) return [];
    for (const cell of cells) {
      if (isPlaceholder(cell) || !Number.isNaN(Number(cell))) continue;
      const value = parseCell(cell, numberFormat);
      if (!Number.isNaN(value)) return [{ column: name, cell, value }];
    }
    return [];
  });
}
