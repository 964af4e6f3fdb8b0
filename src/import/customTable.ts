import { MAX_INPUTS, type Point } from '../model/datasets/dataset.ts';
import { parseCell } from './cellNumber.ts';
import { inputNamesOf } from './oneHot.ts';
import { shortenName, type Table, type TableLimits, uniqueNames } from './readTable.ts';
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

/** The custom data of an experiment, as a table gives them. */
export interface CustomTable {
  readonly points: readonly Point[];
  readonly task: TableRoles['task'];
  /** Names of the inputs and, last, of the target; empty where the table has none but x and y. */
  readonly columns: readonly string[];
  /** Names of the classes by number; empty where the names are the numbers. */
  readonly classNames: readonly string[];
  /** Inputs are not pixels. */
  readonly images: false;
}

/** Target: the column named like one, else the last. Inputs: every other numeric column that is no row number. */
export function suggestRoles(table: Table): TableRoles {
  const { columns } = table;
  const named = columns.findIndex(({ name }) => /^(y|target|label|class|outcome)$/i.test(name));
  const target = named >= 0 ? named : columns.length - 1;
  const inputs = columns.flatMap(({ name, isNumeric }, column) =>
    column !== target && isNumeric && !/^(id|index|unnamed: 0)$/i.test(name) ? [column] : [],
  );
  return { inputs, target, task: suggestTask(table, target, inputs.length) };
}

/** Classification for text, and for targets 0, 1, …, k ≤ 9 where there are several inputs. */
export function suggestTask(table: Table, target: number, inputs: number): TableRoles['task'] {
  const { isNumeric, cells, numberFormat } = table.columns[target]!;
  if (!isNumeric) return 'classification';
  const values = new Set(cells.map((cell) => parseCell(cell, numberFormat)));
  const counted = Array.from({ length: values.size }, (_, y) => y).every((y) => values.has(y));
  return inputs > 1 && counted && values.size > 1 && values.size <= MAX_SUGGESTED_CLASSES
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
  const names = uniqueNames([...inputNamesOf(columns).map(shortenName), target]);
  const isPlain =
    (table.headerRow === null && columns.every(({ levels }) => levels === null)) ||
    (names.length === 2 && names[0] === 'x' && names[1] === 'y');
  const isNumbered = classes === null || classes.every((label, y) => label === String(y));
  return {
    data: {
      points,
      task: roles.task,
      images: false,
      columns: isPlain ? [] : names,
      classNames: isNumbered ? [] : classes.map(shortenName),
    },
  };
}
