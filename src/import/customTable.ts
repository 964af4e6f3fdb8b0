import { MAX_INPUTS, type Point } from '../model/datasets/dataset.ts';
import { isPlaceholder, parseCell } from './cellNumber.ts';
import { areUnlikelyClasses } from './classLabels.ts';
import { shortenName, uniqueNames } from './columnNames.ts';
import { inputNamesOf } from './oneHot.ts';
import type { Column, Table, TableLimits } from './readTable.ts';
import type { TableFaults } from './tableFaults.ts';
import { readTablePoints, type TableRoles } from './tablePoints.ts';

/** Whole-number targets with at most so many values are suggested as classes. */
const MAX_SUGGESTED_CLASSES = 10;

/** What the playground accepts as a table. */
export const customTableLimits: TableLimits = {
  header: 'detected',
  minColumns: 2,
  maxRows: 5000,
  maxInputs: MAX_INPUTS,
  maxFaults: 10,
};

/** Size in bytes of the largest file that the page reads. */
export const MAX_FILE_BYTES = 1e8;

/** The custom data of an experiment, as a table gives them. */
export interface CustomTable {
  readonly points: readonly Point[];
  readonly task: TableRoles['task'];
  /** Names of the inputs and, last, of the target; empty where the table has none but x and y. */
  readonly columns: readonly string[];
  /** Names of the classes by number: the labels of the table; empty for numbers. */
  readonly classNames: readonly string[];
  /** Inputs are not pixels. */
  readonly images: false;
}

/**
 * Target: the column named like one, else the last one with numbers or with words that several rows share. Inputs: every other
 * column of numbers that does not number the rows.
 */
export function suggestRoles(table: Table): TableRoles {
  const { columns } = table;
  const named = columns.findIndex(({ name }) => /^(y|target|label|class|outcome)$/i.test(name));
  const likely = columns.findLastIndex((column) => !column.isRowNames && isLikelyTarget(column));
  const target = named >= 0 ? named : likely >= 0 ? likely : columns.length - 1;
  const inputs = columns.flatMap(({ name, kind, isRowNames }, column) =>
    column !== target && kind === 'number' && !isRowNames && !/^(id|index|unnamed: 0)$/i.test(name)
      ? [column]
      : [],
  );
  // Row numbers are an input where there is nothing else: y of a series.
  const others = columns.flatMap(({ isNumeric }, column) => (column !== target && isNumeric ? [column] : []));
  const chosen = inputs.length > 0 ? inputs : others;
  return { inputs: chosen, target, task: suggestTask(table, target, chosen.length), asksForClasses: true };
}

function isLikelyTarget({ kind, cells }: Column): boolean {
  if (kind !== 'word') return kind === 'number';
  const words = new Set(cells).size;
  return words > 1 && !areUnlikelyClasses(words, cells.length);
}

/** Classification for words, and for targets 0, 1, …, k ≤ 9 or two neighbouring whole numbers where there are several inputs. */
export function suggestTask(table: Table, target: number, inputs: number): TableRoles['task'] {
  const { isNumeric, cells, numberFormat } = table.columns[target]!;
  if (!isNumeric) return 'classification';
  const values = new Set(
    cells.filter((cell) => !isPlaceholder(cell)).map((cell) => parseCell(cell, numberFormat)),
  );
  const counted = Array.from({ length: values.size }, (_, y) => y).every((y) => values.has(y));
  // With two values in two rows each, say, a number is as likely.
  const [first = 0, second = 0, ...others] = cells.length > 4 ? values : [];
  const isPair = others.length === 0 && Number.isInteger(first) && Math.abs(first - second) === 1;
  return inputs > 1 && (counted || isPair) && values.size > 1 && values.size <= MAX_SUGGESTED_CLASSES
    ? 'classification'
    : 'regression';
}

/** The custom data of a table. leaveOut: skip rows with faulty cells. */
export function toCustomTable(
  table: Table,
  roles: TableRoles,
  leaveOut = false,
): { readonly data: CustomTable } | { readonly faults: TableFaults } {
  const result = readTablePoints(table, roles, { limits: customTableLimits, leaveOut });
  if ('faults' in result) return result;
  const { points, classes, columns } = result.data;
  const target = table.columns[roles.target]!.name;
  const names = uniqueNames([...inputNamesOf(columns).map((name) => shortenName(name)), target]);
  const isPlain =
    (table.headerRow === null && columns.every(({ levels }) => levels === null)) ||
    (names.length === 2 && names[0] === 'x' && names[1] === 'y');
  return {
    data: {
      points,
      task: roles.task,
      images: false,
      columns: isPlain ? [] : names,
      classNames: classes?.map((label, y) => shortenName(label) || String(y)) ?? [],
    },
  };
}
