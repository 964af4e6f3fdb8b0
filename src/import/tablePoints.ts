import { MAX_INPUTS, type Point } from '../model/datasets/dataset.ts';
import { cellProblem, parseCell } from './cellNumber.ts';
import { areUnlikelyClasses, classFinder, findClasses, MAX_CLASSES } from './classLabels.ts';
import { isDate } from './dates.ts';
import {
  countInputs,
  encodeLevel,
  findLevels,
  type InputColumn,
  MAX_LEVELS,
  type UnseenLevel,
} from './oneHot.ts';
import type { Column, Table, TableLimits } from './readTable.ts';
import { singleFault, type TableFault, type TableFaults } from './tableFaults.ts';

/** What the columns of a table are used for; indices into `columns`. */
export interface TableRoles {
  readonly inputs: readonly number[];
  readonly target: number;
  /** Inputs that are encoded one-hot although their cells are numbers; inputs of words always are. */
  readonly categorical?: readonly number[];
  readonly task: 'regression' | 'classification';
  /** Refuses classes of which most have one row: a suggestion that nobody confirmed. */
  readonly asksForClasses?: boolean;
}

/** The points of a table, in the order of its rows. */
export interface TablePoints {
  /** x: [inputs], of an encoded column one for each of its words. y: the target's value, or the number of its class. */
  readonly points: readonly Point[];
  /** The input columns, in the order of `roles.inputs`. */
  readonly columns: readonly InputColumn[];
  /** Words that are not among given `columns`; their inputs are all 0. */
  readonly unseen: readonly UnseenLevel[];
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
  /** Input columns of the training table, for a test table: the same number, in the same order. */
  readonly columns?: readonly InputColumn[] | undefined;
}

/**
 * Converts the rows of a table to points. A column of words becomes one input for each word (one-hot), 1 where the row has
 * it and 0 elsewhere; the words are ordered as findLevels says, the classes as findClasses does.
 */
export function readTablePoints(table: Table, roles: TableRoles, options: Options): TablePointsResult {
  const { limits, leaveOut = false } = options;
  const inputs = roles.inputs.map((column) => table.columns[column]!);
  const target = table.columns[roles.target]!;
  if (inputs.length === 0) return { faults: singleFault({ kind: 'noInputs', target: target.name }) };
  if (inputs.length > limits.maxInputs) return tooManyInputs(inputs.length, limits.maxInputs);
  const isClass = roles.task === 'classification';
  const encoded = new Set(
    inputs.filter((column, input) =>
      options.columns
        ? options.columns[input]!.levels !== null
        : !column.isNumeric || roles.categorical?.includes(roles.inputs[input]!),
    ),
  );
  const labels = new Set([...encoded, ...(isClass ? [target] : [])]);
  const open = [...inputs, target].find(
    (column) => column.ambiguity?.isDecided === false && !labels.has(column),
  );
  if (open) return { faults: singleFault(ambiguous(table, open)) };
  const dates = options.columns ? undefined : unusableDates(table, roles);
  if (dates) return { faults: singleFault(datesIn(table, dates)) };
  const { faults, complete } = checkCells(table, [...inputs, target], labels, limits.maxFaults);
  if (faults.count > 0 && !leaveOut) return { faults };
  if (complete.length === 0) return { faults: singleFault({ kind: 'noCompleteRow' }) };

  const found = isClass ? (options.classes ?? classesIn(target, complete, roles.asksForClasses)) : null;
  if (found && 'kind' in found) return { faults: singleFault(found) };
  const columns =
    options.columns ??
    inputs.map((column) => ({
      name: column.name,
      levels: encoded.has(column) ? findLevels(column, complete) : null,
    }));
  const excess = columns.find(({ levels }) => levels && levels.length > MAX_LEVELS);
  if (excess) return tooManyLevels(excess);
  const most = encoded.size > 0 ? Math.min(limits.maxInputs, MAX_INPUTS) : limits.maxInputs;
  if (countInputs(columns) > most) return tooManyInputs(countInputs(columns), most);

  const classOf = found && classFinder(found, target.numberFormat);
  const points = complete.map((row) => ({
    x: inputs.flatMap(({ cells, numberFormat }, input) => {
      const { levels } = columns[input]!;
      return levels ? encodeLevel(levels, cells[row]!) : parseCell(cells[row]!, numberFormat);
    }),
    y: classOf ? classOf(target.cells[row]!)! : parseCell(target.cells[row]!, target.numberFormat),
  }));
  return {
    data: { points, classes: found, columns, unseen: unseenLevels(table, inputs, columns, complete) },
  };
}

function tooManyInputs(inputs: number, most: number): TablePointsResult {
  return { faults: singleFault({ kind: 'tooManyInputs', inputs, most }) };
}

function tooManyLevels({ name, levels }: InputColumn): TablePointsResult {
  return {
    faults: singleFault({ kind: 'tooManyLevels', column: name, levels: levels!.length, most: MAX_LEVELS }),
  };
}

/** Cells of encoded columns that are none of their levels, by row. */
function unseenLevels(
  { rowNumbers }: Table,
  inputs: readonly Column[],
  columns: readonly InputColumn[],
  rows: readonly number[],
): readonly UnseenLevel[] {
  return rows.flatMap((row) =>
    inputs.flatMap(({ name, cells }, input) => {
      const { levels } = columns[input]!;
      const cell = cells[row]!;
      return !levels || levels.includes(cell) ? [] : [{ row: rowNumbers[row]!, column: name, cell }];
    }),
  );
}

/** Checks cells row by row. labels: columns whose cells may be any text. complete: indices of the rows without a fault. */
function checkCells(
  { rowNumbers }: Table,
  columns: readonly Column[],
  labels: ReadonlySet<Column>,
  maxFaults: number,
): { readonly faults: TableFaults; readonly complete: readonly number[] } {
  const first: TableFault[] = [];
  const complete: number[] = [];
  let count = 0;
  for (const [row, number] of rowNumbers.entries()) {
    const before = count;
    for (const column of columns) {
      const cell = column.cells[row]!;
      const isLabel = labels.has(column) && cell !== '';
      const problem = isLabel ? null : cellProblem(cell, column.numberFormat);
      if (problem === null) continue;
      if (count < maxFaults) first.push({ kind: 'cell', problem, row: number, column: column.name, cell });
      count++;
    }
    if (count === before) complete.push(row);
  }
  return { faults: { first, count, rows: rowNumbers.length - complete.length }, complete };
}

function ambiguous({ rowNumbers }: Table, { name, ambiguity }: Column): TableFault {
  const { row, cell, point, comma } = ambiguity!;
  return { kind: 'ambiguousNumbers', column: name, row: rowNumbers[row]!, cell, point, comma };
}

/** A chosen column of dates that nobody asked to encode; as a target it may have as many words as can be inputs. */
function unusableDates(
  { columns }: Table,
  { inputs, target, categorical, task }: TableRoles,
): Column | undefined {
  const asClasses = task === 'classification' && new Set(columns[target]!.cells).size <= MAX_LEVELS;
  const others = inputs.filter((column) => !categorical?.includes(column));
  return [...others, ...(asClasses ? [] : [target])]
    .map((column) => columns[column]!)
    .find(({ kind }) => kind === 'date');
}

function datesIn({ rowNumbers }: Table, { name, cells }: Column): TableFault {
  const row = cells.findIndex(isDate);
  return { kind: 'dates', column: name, row: rowNumbers[row]!, cell: cells[row]! };
}

/** The classes of a target column in the given rows, or why they cannot be predicted. */
function classesIn({ name, cells, numberFormat }: Column, rows: readonly number[], asks = false) {
  const classes = findClasses(
    rows.map((row) => cells[row]!),
    numberFormat,
  );
  const found = classes.length;
  if (found < 2) return { kind: 'oneClass', column: name, label: cells[rows[0]!]! } as const;
  if (asks && areUnlikelyClasses(found, rows.length))
    return { kind: 'unlikelyClasses', column: name, classes: found, rows: rows.length } as const;
  if (found > MAX_CLASSES)
    return { kind: 'tooManyClasses', column: name, classes: found, most: MAX_CLASSES } as const;
  return classes;
}
