import { isNumeral } from '../import/cellNumber.ts';
import { classFinder } from '../import/classLabels.ts';
import { readTable, type Table, type TableLimits } from '../import/readTable.ts';
import { readTablePoints } from '../import/tablePoints.ts';
import type { Point } from '../model/datasets/index.ts';
import { CommandFault, formatList, quote } from './commandFault.ts';
import { tableFaultLine } from './tableFaultLine.ts';

const limits: TableLimits = {
  header: 'required',
  minColumns: 1,
  maxRows: 1_000_000,
  maxInputs: Number.POSITIVE_INFINITY,
  maxFaults: 1,
};

/** A table and its file; the names of its columns are distinct. */
export interface TableFile {
  /** Path of the file, for messages. */
  readonly file: string;
  readonly table: Table;
}

/** The points of a training or test table. */
export interface LabelledPoints {
  /** x: [inputs], in the order of `inputs`. y: the target's value, or the number of its class. */
  readonly points: readonly Point[];
  /** Names of the input columns. */
  readonly inputs: readonly string[];
  /** Label of each class, by its number; null for regression. */
  readonly classes: readonly string[] | null;
}

/** Reads the text of a file. Throws a CommandFault unless it is a table with a header of distinct names. */
export function parseTableFile(text: string, file: string): TableFile {
  const result = readTable(text, limits);
  if ('faults' in result) throw new CommandFault(`${file}: ${tableFaultLine(result.faults.first[0]!)}`);
  const { table } = result;
  const names = namesOf(table);
  const row = table.headerRow;
  if (table.columns.every(({ header, numberFormat }) => isNumeral(header!, numberFormat)))
    throw new CommandFault(`${file}: row ${row} is all numbers; the first row must name the columns`);
  const unnamed = names.indexOf('');
  if (unnamed >= 0)
    throw new CommandFault(
      `${file}: column ${unnamed + 1} has no name in row ${row}; the first row must name the columns`,
    );
  const repeated = names.find((name, column) => names.indexOf(name) < column);
  if (repeated !== undefined)
    throw new CommandFault(`${file}: row ${row} names two columns ${quote(repeated)}`);
  return { file, table };
}

/** Points of a training table; every column but the target is an input. Throws a CommandFault at the first fault. */
export function trainingPoints(
  source: TableFile,
  target: string,
  task: 'regression' | 'classification',
): LabelledPoints {
  requireColumns(source, [target]);
  const inputs = namesOf(source.table).filter((name) => name !== target);
  return pointsOf(source, inputs, target, task, null);
}

/**
 * Points of a test table, whose columns may stand in another order than those of the training table but must be the same;
 * so must its classes. Throws a CommandFault at the first fault.
 */
export function testPoints(
  source: TableFile,
  target: string,
  { inputs, classes }: Pick<LabelledPoints, 'inputs' | 'classes'>,
): LabelledPoints {
  const columns = [...inputs, target];
  requireColumns(source, columns);
  const { file, table } = source;
  const other = namesOf(table).find((name) => !columns.includes(name));
  if (other !== undefined)
    throw new CommandFault(
      `${file}: column ${quote(other)} is not in the training table; its columns are ${formatList(columns)}`,
    );
  if (classes) requireClasses(source, target, classes);
  return pointsOf(source, inputs, target, classes ? 'classification' : 'regression', classes);
}

function pointsOf(
  { file, table }: TableFile,
  inputs: readonly string[],
  target: string,
  task: 'regression' | 'classification',
  known: readonly string[] | null,
): LabelledPoints {
  const names = namesOf(table);
  const roles = { inputs: inputs.map((name) => names.indexOf(name)), target: names.indexOf(target), task };
  const result = readTablePoints(table, roles, { limits, classes: known });
  if ('faults' in result) throw new CommandFault(`${file}: ${tableFaultLine(result.faults.first[0]!)}`);
  return { ...result.data, inputs };
}

function requireColumns({ file, table }: TableFile, columns: readonly string[]): void {
  const names = namesOf(table);
  const lacking = columns.find((name) => !names.includes(name));
  if (lacking !== undefined)
    throw new CommandFault(`no column ${quote(lacking)} in ${file}; its columns are ${formatList(names)}`);
}

function requireClasses({ file, table }: TableFile, target: string, classes: readonly string[]): void {
  const { cells, numberFormat } = table.columns[namesOf(table).indexOf(target)]!;
  const classOf = classFinder(classes, numberFormat);
  const row = cells.findIndex((label) => label !== '' && classOf(label) === undefined);
  if (row >= 0)
    throw new CommandFault(
      `${file}: unknown class ${quote(cells[row]!)} at row ${table.rowNumbers[row]} column ${quote(target)}; the classes are ${formatList(classes)}`,
    );
}

function namesOf({ columns }: Table): readonly string[] {
  return columns.map(({ header }) => header!);
}
