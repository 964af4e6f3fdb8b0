import type { CsvRow } from './csvRows.ts';
import { isRowNames } from './rowNames.ts';
import type { TableFaults } from './tableFaults.ts';

/** Rows of one width, or those that have another. */
type AlignedRows =
  | { readonly rows: readonly CsvRow[]; readonly hasRowNames: boolean }
  | { readonly faults: TableFaults };

/**
 * Drops the empty cells at the ends of rows that are beyond the width of the table, the last cell with something in it.
 * hasRowNames: the header has one cell less than all other rows, as R writes tables; it is given an empty first one.
 */
export function alignRows(rows: readonly CsvRow[], maxFaults: number): AlignedRows {
  const width = rows.reduce((most, { cells }) => Math.max(most, filledWidth(cells)), 0);
  const cut = rows.map(({ number, cells }) => ({ number, cells: cells.slice(0, width) }));
  const [first, ...others] = cut;
  const uneven = others.filter(({ cells }) => cells.length !== width);
  if (first!.cells.length === width && uneven.length === 0) return { rows: cut, hasRowNames: false };
  const lacksOne = width > 2 && first!.cells.length === width - 1 && uneven.length === 0;
  const names = others.map(({ cells }) => cells[0]!);
  if (lacksOne && isRowNames(names, '', true))
    return { rows: [{ number: first!.number, cells: ['', ...first!.cells] }, ...others], hasRowNames: true };
  return { faults: unevenRows(rows, maxFaults) };
}

/** Number of cells up to the last one that is not empty. */
function filledWidth(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1] === '') width--;
  return width;
}

/** The rows that have another number of cells than the first; empty ones at the end do not count. */
function unevenRows(
  [first, ...others]: readonly CsvRow[],
  maxFaults: number,
): { readonly faults: TableFaults }['faults'] {
  const header = first!.cells;
  const uneven = others.filter(
    ({ cells }) => cells.length < header.length || filledWidth(cells) > header.length,
  );
  const described = uneven.slice(0, maxFaults).map(({ number, cells }) => ({
    kind: 'unevenRow' as const,
    row: number,
    cells: cells.length,
    header,
  }));
  return { first: described, count: uneven.length, rows: 0 };
}
