import { isAnyNumeral, isNumeral, isPlaceholder } from '../import/cellNumber.ts';
import { classFinder, findClasses, MAX_CLASSES } from '../import/classLabels.ts';
import { isDate } from '../import/dates.ts';
import type { InputColumn, UnseenLevel } from '../import/oneHot.ts';
import {
  type Column,
  readTable,
  type Table,
  type TableLimits,
  type TableOptions,
} from '../import/readTable.ts';
import { readTablePoints, type TableRoles } from '../import/tablePoints.ts';
import type { Point } from '../model/datasets/index.ts';
import { CommandFault, formatList, nearestName, optionValue, quote } from './commandFault.ts';
import { datesLine, tableFaultLine } from './tableFaultLine.ts';

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
  /** x: [inputs], in the order of `columns`, one for each word of an encoded column. y: the target's value, or the number of its class. */
  readonly points: readonly Point[];
  /** The input columns. */
  readonly columns: readonly InputColumn[];
  /** Cells of a test table whose words the training table does not have. */
  readonly unseen: readonly UnseenLevel[];
  /** Label of each class, by its number; null for regression. */
  readonly classes: readonly string[] | null;
}

/**
 * Reads the text of a file. Throws a CommandFault unless it is a table with a header of distinct names; row names and row
 * numbers need no name, and without a header the columns are numbered.
 */
export function parseTableFile(text: string, file: string, options: TableOptions = {}): TableFile {
  const result = readTable(text, limits, options);
  if ('faults' in result) throw new CommandFault(`${file}: ${tableFaultLine(result.faults.first[0]!)}`);
  const { table } = result;
  if (table.headerRow === null) return { file, table };
  const names = namesOf(table);
  const row = table.headerRow;
  const headers = table.columns.map(({ header }) => header!);
  if (headers.some(isAnyNumeral) && headers.every((header) => isAnyNumeral(header) || isPlaceholder(header)))
    throw new CommandFault(
      `${file}: row ${row} is all numbers; the first row must name the columns, or say --header no`,
    );
  const unnamed = table.columns.findIndex(({ header, isRowNames }) => header === '' && !isRowNames);
  if (unnamed >= 0)
    throw new CommandFault(
      `${file}: column ${unnamed + 1} has no name in row ${row}; the first row must name the columns`,
    );
  const firstOf = new Map(names.map((name, column) => [name, column] as const).reverse());
  const repeated = names.find((name, column) => firstOf.get(name)! < column);
  if (repeated !== undefined)
    throw new CommandFault(`${file}: row ${row} names two columns ${quote(repeated)}`);
  return { file, table };
}

/** Columns that the user chose by name. */
export interface ColumnChoice {
  /** null: all but the target. */
  readonly inputs: readonly string[] | null;
  readonly ignore: readonly string[];
  /** Inputs that are encoded one-hot. Columns of words among `inputs` always are. */
  readonly categorical: readonly string[];
}

/** Every column but the target. */
const allColumns: ColumnChoice = { inputs: null, ignore: [], categorical: [] };

/** Points of a training table. Throws a CommandFault at the first fault. */
export function trainingPoints(
  source: TableFile,
  target: string,
  task: 'regression' | 'classification',
  choice: ColumnChoice = allColumns,
): LabelledPoints {
  requireColumns(source, [target]);
  const inputs = chooseInputs(source, target, choice);
  requireNumericTarget(source, target, task);
  const names = namesOf(source.table);
  const roles = {
    inputs: inputs.map((name) => names.indexOf(name)),
    categorical: choice.categorical.map((name) => names.indexOf(name)),
    target: names.indexOf(target),
    task,
  };
  return pointsOf(source, roles, null);
}

/** Names of the input columns. Words are inputs only where the user names their column. */
function chooseInputs(source: TableFile, target: string, choice: ColumnChoice): readonly string[] {
  const { file, table } = source;
  for (const option of ['inputs', 'ignore', 'categorical'] as const) {
    const columns = choice[option] ?? [];
    requireColumns(source, columns);
    if (columns.includes(target))
      throw new CommandFault(`--${option} names ${quote(target)}, which is the target`);
  }
  const { inputs, ignore, categorical } = choice;
  const both = ignore.find((name) => inputs?.includes(name) || categorical.includes(name));
  if (both !== undefined) throw new CommandFault(`--ignore names ${quote(both)}, which is named as an input`);
  const others = namesOf(table).filter((name) => name !== target && !ignore.includes(name));
  if (inputs) return [...new Set([...inputs, ...categorical])];
  const kept = new Set(others);
  const left = table.columns.filter(
    (column) => kept.has(nameOf(column)) && (!column.isRowNames || categorical.includes(nameOf(column))),
  );
  const words = left.find((column) => !column.isNumeric && !categorical.includes(nameOf(column)));
  if (!words) return left.map(nameOf);
  const name = nameOf(words);
  if (words.kind === 'date') throw new CommandFault(`${file}: ${datesIn(table, words)}`);
  const numeric = left.filter(({ isNumeric }) => isNumeric).map(nameOf);
  const fewer =
    numeric.length > 0 ? `, or choose the inputs with --inputs ${numeric.map(optionValue).join(',')}` : '';
  throw new CommandFault(
    `${file}: ${wordsIn(table, name)}: use it with --categorical ${optionValue(name)} (one input for each word), leave it out with --ignore ${optionValue(name)}${fewer}`,
  );
}

function requireNumericTarget({ file, table }: TableFile, target: string, task: TableRoles['task']): void {
  const column = table.columns[namesOf(table).indexOf(target)]!;
  if (task === 'regression' && column.kind === 'date')
    throw new CommandFault(`${file}: ${datesIn(table, column)}`);
  if (task === 'regression' && !column.isNumeric)
    throw new CommandFault(
      `${file}: ${wordsIn(table, target)}, so it is a class to predict: set "dataset": {"task": "classification"} in the experiment`,
    );
}

function datesIn({ rowNumbers }: Table, column: Column): string {
  const row = column.cells.findIndex(isDate);
  return datesLine(nameOf(column), column.cells[row]!, rowNumbers[row]!);
}

/** Says that a column holds words, with its first one. */
function wordsIn(table: Table, name: string): string {
  const { cells, numberFormat } = table.columns[namesOf(table).indexOf(name)]!;
  const row = cells.findIndex((cell) => cell !== '' && !isNumeral(cell, numberFormat));
  return `column ${quote(name)} holds words (${quote(cells[row]!)} at row ${table.rowNumbers[row]})`;
}

/**
 * Points of a test table, which has the inputs and the target of the training table, in any order. Words and classes are
 * those of the training table. ignored: columns that it may have besides. Throws a CommandFault at the first fault.
 */
export function testPoints(
  source: TableFile,
  target: string,
  training: Pick<LabelledPoints, 'columns' | 'classes'>,
  ignored: readonly string[] = [],
): LabelledPoints {
  const { classes } = training;
  const inputs = training.columns.map(({ name }) => name);
  const columns = [...inputs, target];
  requireColumns(source, columns);
  const { file, table } = source;
  const other = namesOf(table).find((name) => !columns.includes(name) && !ignored.includes(name));
  if (other !== undefined)
    throw new CommandFault(
      `${file}: column ${quote(other)} is not in the training table; its columns are ${formatList(columns)}`,
    );
  if (classes) requireClasses(source, target, classes);
  const names = namesOf(table);
  const roles = {
    inputs: inputs.map((name) => names.indexOf(name)),
    target: names.indexOf(target),
    task: classes ? ('classification' as const) : ('regression' as const),
  };
  return pointsOf(source, roles, training);
}

/** The training points with the classes of both tables, so that a class that only the test table has gets an output. */
export function withClassesOf(
  { table }: TableFile,
  target: string,
  training: LabelledPoints,
): LabelledPoints {
  const column = table.columns[namesOf(table).indexOf(target)];
  const { classes, points } = training;
  if (!classes || !column) return training;
  const classOf = classFinder(classes, column.numberFormat);
  const added = column.cells.filter((label) => label !== '' && classOf(label) === undefined);
  if (added.length === 0) return training;
  const all = findClasses([...classes, ...added], column.numberFormat);
  if (all.length > MAX_CLASSES) return training;
  const numberOf = new Map(all.map((label, number) => [label, number]));
  return {
    ...training,
    classes: all,
    points: points.map(({ x, y }) => ({ x, y: numberOf.get(classes[y]!)! })),
  };
}

function pointsOf(
  { file, table }: TableFile,
  roles: TableRoles,
  training: Pick<LabelledPoints, 'columns' | 'classes'> | null,
): LabelledPoints {
  const known = { classes: training?.classes ?? null, columns: training?.columns };
  const result = readTablePoints(table, roles, { limits, ...known });
  if ('faults' in result) throw new CommandFault(`${file}: ${tableFaultLine(result.faults.first[0]!)}`);
  // The short unique names of the table are for display; the command names columns as the header does.
  const columns = result.data.columns.map((column, input) => ({
    ...column,
    name: nameOf(table.columns[roles.inputs[input]!]!),
  }));
  return { ...result.data, columns };
}

function requireColumns({ file, table }: TableFile, columns: readonly string[]): void {
  const names = namesOf(table);
  const lacking = columns.find((name) => !names.includes(name));
  if (lacking === undefined) return;
  const nearest = nearestName(lacking, names);
  const suggestion = nearest === null ? '' : `did you mean ${quote(nearest)}? `;
  throw new CommandFault(
    `no column ${quote(lacking)} in ${file}; ${suggestion}its columns are ${formatList(names)}`,
  );
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

/** The names by which the command knows the columns: those of the header where there are any. */
export function namesOf({ columns }: Table): readonly string[] {
  return columns.map(nameOf);
}

function nameOf({ header, name }: Column): string {
  return header || name;
}
