import { classFinder, classLabels, MAX_CLASSES } from '../import/classLabels.ts';
import { cellFault, cellNumber, isMeantAsNumber } from '../import/csvNumber.ts';
import type { CsvRow } from '../import/csvRows.ts';
import type { Point } from '../model/datasets/index.ts';
import { CommandFault, grouped, listed, quoted } from './commandFault.ts';
import type { Table } from './table.ts';

/** The points of a table, in the order of its rows. */
export interface LabelledPoints {
  /** x: one number an input, in the order of `inputs`. y: the target's value, or the number of its class. */
  readonly points: readonly Point[];
  /** Names of the input columns. */
  readonly inputs: readonly string[];
  /** Label of each class, by its number; null for regression. */
  readonly classes: readonly string[] | null;
}

/**
 * Points whose target is a number. Every other column is an input. Throws a CommandFault naming row and column if a
 * cell is not a number, and if there is no such target or no input besides it.
 */
export function regressionPoints(table: Table, target: string): LabelledPoints {
  const { at, inputs, inputsAt } = columnRoles(table, target);
  const points = table.rows.map((row) => ({
    x: inputsAt.map((column) => numberIn(table, row, column)),
    y: numberIn(table, row, at),
  }));
  return { points, inputs, classes: null };
}

/**
 * Points whose target is a class. classes: those of the training table, when this is a test table; null to find them.
 * Found classes are 0, 1, …, largest where all targets are whole numbers from 0 to 99, else the different labels,
 * sorted. Throws a CommandFault as regressionPoints does, and if the classes are fewer than 2 or more than 100, or a
 * label is none of those that are given.
 */
export function classificationPoints(
  table: Table,
  target: string,
  classes: readonly string[] | null,
): LabelledPoints {
  const { at, inputs, inputsAt } = columnRoles(table, target);
  const labels = table.rows.map((row) => labelIn(table, row, at));
  const known = classes ?? classesOf(table, target, labels);
  const numberOf = classFinder(known, table.decimalComma);
  const points = table.rows.map((row, index) => {
    const label = labels[index]!;
    const y = numberOf(label);
    if (y === undefined)
      throw new CommandFault(
        `${table.file}: unknown class ${quoted(label)} at ${place(table, row, at)}; the classes are ${listed(known)}`,
      );
    return { x: inputsAt.map((column) => numberIn(table, row, column)), y };
  });
  return { points, inputs, classes: known };
}

/**
 * The test table with its columns in the order of training: `inputs`, then the target. Throws a CommandFault unless it
 * has these columns and no other.
 */
export function matchColumns(inputs: readonly string[], target: string, test: Table): Table {
  const columns = [...inputs, target];
  for (const name of columns) columnAt(test, name);
  const other = test.columns.find((name) => !columns.includes(name));
  if (other !== undefined)
    throw new CommandFault(
      `${test.file}: column ${quoted(other)} is not in the training table; its columns are ${listed(columns)}`,
    );
  const order = columns.map((name) => test.columns.indexOf(name));
  const rows = test.rows.map(({ number, cells }) => ({
    number,
    cells: order.map((column) => cells[column]!),
  }));
  return { ...test, columns, rows };
}

interface ColumnRoles {
  /** Index of the target. */
  readonly at: number;
  readonly inputs: readonly string[];
  /** Indices of the inputs. */
  readonly inputsAt: readonly number[];
}

function columnRoles(table: Table, target: string): ColumnRoles {
  const at = columnAt(table, target);
  const inputs = table.columns.filter((name) => name !== target);
  if (inputs.length === 0)
    throw new CommandFault(`${table.file}: no input; ${quoted(target)}, the target, is the only column`);
  return { at, inputs, inputsAt: inputs.map((name) => columnAt(table, name)) };
}

function columnAt(table: Table, name: string): number {
  const at = table.columns.indexOf(name);
  if (at < 0)
    throw new CommandFault(
      `no column ${quoted(name)} in ${table.file}; its columns are ${listed(table.columns)}`,
    );
  return at;
}

function numberIn(table: Table, row: CsvRow, column: number): number {
  const cell = row.cells[column]!.trim();
  const fault = cellFault(cell, table.decimalComma);
  if (fault === null) return cellNumber(cell, table.decimalComma);
  const at = place(table, row, column);
  if (cell === '') throw new CommandFault(`${table.file}: missing value at ${at}`);
  if (isMeantAsNumber(cell, table.decimalComma)) throw new CommandFault(`${table.file}: ${fault} at ${at}`);
  throw new CommandFault(`${table.file}: not a number at ${at}: ${quoted(cell)}`);
}

function labelIn(table: Table, row: CsvRow, column: number): string {
  const label = row.cells[column]!.trim();
  if (label === '') throw new CommandFault(`${table.file}: missing value at ${place(table, row, column)}`);
  return label;
}

function place(table: Table, row: CsvRow, column: number): string {
  return `row ${row.number} column ${quoted(table.columns[column]!)}`;
}

function classesOf(table: Table, target: string, labels: readonly string[]): readonly string[] {
  const { found, classes } = classLabels(labels, table.decimalComma);
  const column = `${table.file}: column ${quoted(target)}`;
  if (found < 2)
    throw new CommandFault(`${column} has one class only, ${quoted(labels[0]!)}; at least 2 are needed`);
  if (found > MAX_CLASSES)
    throw new CommandFault(`${column} has ${grouped(found)} classes; at most ${MAX_CLASSES} are allowed`);
  return classes;
}
