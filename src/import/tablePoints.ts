import type { Point } from '../model/datasets/dataset.ts';
import { cellProblem, parseCell } from './cellNumber.ts';
import { classFinder, findClasses, MAX_CLASSES } from './classLabels.ts';
import type { Column, Table, TableLimits } from './readTable.ts';
import { singleFault, type TableFault, type TableFaults } from './tableFaults.ts';

/** What the columns of a table are used for; indices into `columns`. */
export interface TableRoles {
  readonly inputs: readonly number[];
  readonly target: number;
  readonly task: 'regression' | 'classification';
}

/** The points of a table, in the order of its rows. */
export interface TablePoints {
  /** x: [inputs]. y: the target's value, or the number of its class. */
  readonly points: readonly Point[];
  /** Label of each class, by its number; null for regression. */
  readonly classes: readonly string[] | null;
}

/** Points, or what is wrong with the cells of the chosen columns. */
export type TablePointsResult = { readonly data: TablePoints } | { readonly faults: TableFaults };

interface Options {
  readonly limits: Pick<TableLimits, 'maxInputs' | 'maxFaults'>;
  /** Skip rows with faulty cells instead of reporting them. */
  readonly leaveOut?: boolean;
  /**
   * Classes of the training table, for a test table whose labels are all among them; null: derive them from the
   * labels.
   */
  readonly classes?: readonly string[] | null;
}

/**
 * Converts the rows of a table to points. Found classes are 0, 1, …, largest where all labels are whole numbers from 0 to
 * 99, else the distinct labels, sorted.
 */
export function readTablePoints(table: Table, roles: TableRoles, options: Options): TablePointsResult {
  const { limits, leaveOut = false } = options;
  const inputs = roles.inputs.map((column) => table.columns[column]!);
  const target = table.columns[roles.target]!;
  if (inputs.length === 0) return { faults: singleFault({ kind: 'noInputs', target: target.name }) };
  if (inputs.length > limits.maxInputs)
    return {
      faults: singleFault({ kind: 'tooManyInputs', inputs: inputs.length, most: limits.maxInputs }),
    };
  const isClass = roles.task === 'classification';
  const { faults, complete } = checkCells(table, inputs, target, isClass, limits.maxFaults);
  if (faults.count > 0 && !leaveOut) return { faults };
  if (complete.length === 0) return { faults: singleFault({ kind: 'noCompleteRow' }) };

  const found = isClass ? (options.classes ?? classesIn(target, complete)) : null;
  if (found && 'kind' in found) return { faults: singleFault(found) };
  const classOf = found && classFinder(found, target.numberFormat);
  const points = complete.map((row) => ({
    x: inputs.map(({ cells, numberFormat }) => parseCell(cells[row]!, numberFormat)),
    y: classOf ? classOf(target.cells[row]!)! : parseCell(target.cells[row]!, target.numberFormat),
  }));
  return { data: { points, classes: found } };
}

/** Checks cells row by row. complete: indices of the rows without a fault. */
function checkCells(
  { rowNumbers }: Table,
  inputs: readonly Column[],
  target: Column,
  isClass: boolean,
  maxFaults: number,
): { readonly faults: TableFaults; readonly complete: readonly number[] } {
  const columns = [...inputs, target];
  const first: TableFault[] = [];
  const complete: number[] = [];
  let count = 0;
  for (const [row, number] of rowNumbers.entries()) {
    const before = count;
    for (const column of columns) {
      const cell = column.cells[row]!;
      const isLabel = column === target && isClass && cell !== '';
      const problem = isLabel ? null : cellProblem(cell, column.numberFormat);
      if (problem === null) continue;
      if (count < maxFaults) first.push({ kind: 'cell', problem, row: number, column: column.name, cell });
      count++;
    }
    if (count === before) complete.push(row);
  }
  return { faults: { first, count, rows: rowNumbers.length - complete.length }, complete };
}

/** The classes of a target column in the given rows, or why they cannot be predicted. */
function classesIn({ name, cells, numberFormat }: Column, rows: readonly number[]) {
  const { found, classes } = findClasses(
    rows.map((row) => cells[row]!),
    numberFormat,
  );
  if (found < 2) return { kind: 'oneClass', column: name, label: cells[rows[0]!]! } as const;
  if (found > MAX_CLASSES)
    return { kind: 'tooManyClasses', column: name, classes: found, most: MAX_CLASSES } as const;
  return classes;
}
