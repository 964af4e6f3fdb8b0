import { t } from '../i18n/index.ts';
import { MAX_INPUTS, type Point } from '../model/datasets/dataset.ts';
import { classFinder, classLabels, MAX_CLASSES } from './classLabels.ts';
import { type CsvTable, listedFaults, shortName } from './csv.ts';
import { cellFault, cellNumber } from './csvNumber.ts';

/** Whole numbers from 0 that are taken for classes rather than measures, unless somebody says otherwise. */
const FEW_CLASSES = 10;

/** What the columns of a table are for. */
export interface TableRoles {
  /** Columns, in the order of the table. */
  readonly inputs: readonly number[];
  readonly target: number;
  readonly task: 'regression' | 'classification';
}

/** Data that a table has been turned into. */
export interface TableData {
  readonly points: readonly Point[];
  readonly task: TableRoles['task'];
  /** Names of the inputs and, last, of the target; empty where the table names nothing. */
  readonly columns: readonly string[];
  /** Of classes: what each is called; empty where that is its number. */
  readonly classNames: readonly string[];
  /** Its inputs are no pixels. */
  readonly images: false;
}

/** Data, or everything that is wrong with the cells; rows: how many of them are at fault. */
export type TableReading =
  | { readonly data: TableData }
  | { readonly faults: readonly string[]; readonly rows: number };

/** Roles that suit most tables of this kind: the last column is predicted from every other column of numbers. */
export function suggestedRoles(table: CsvTable): TableRoles {
  const { columns } = table;
  const named = columns.findIndex(({ name }) => /^(y|target|label|class|outcome)$/i.test(name));
  const target = named >= 0 ? named : columns.length - 1;
  const inputs = columns.flatMap(({ name, isNumeric }, column) =>
    column !== target && isNumeric && !/^(id|index|unnamed: 0)$/i.test(name) ? [column] : [],
  );
  return { inputs, target, task: suggestedTask(table, target, inputs.length) };
}

/** Classes for words, and for a few whole numbers counted from 0 that several inputs tell apart. */
export function suggestedTask(table: CsvTable, target: number, inputs: number): TableRoles['task'] {
  if (!table.columns[target]!.isNumeric) return 'classification';
  const values = new Set(table.rows.map(({ cells }) => cellNumber(cells[target]!, table.decimalComma)));
  const counted = Array.from({ length: values.size }, (_, y) => y).every((y) => values.has(y));
  return inputs > 1 && counted && values.size > 1 && values.size <= FEW_CLASSES
    ? 'classification'
    : 'regression';
}

/**
 * The points of a table. Every cell that has no number where one is needed is a fault with its row and column.
 * leaveOut: rows with such cells are left out instead.
 */
export function tableData(table: CsvTable, roles: TableRoles, leaveOut = false): TableReading {
  const { inputs, target, task } = roles;
  const refused = (fault: string): TableReading => ({ faults: [fault], rows: 0 });
  if (inputs.length === 0) return refused(t('Choose at least one input.'));
  if (inputs.length > MAX_INPUTS)
    return refused(
      t('{count} inputs are chosen; at most {most} are allowed.', {
        count: inputs.length,
        most: MAX_INPUTS,
      }),
    );

  const faultsOf = table.rows.map(({ number, cells }) =>
    [...inputs, target].flatMap((column) => {
      const cell = cells[column]!;
      const isLabel = column === target && task === 'classification';
      const fault = isLabel && cell !== '' ? null : cellFault(cell, table.decimalComma);
      if (fault === null) return [];
      const at = { row: number, column: table.columns[column]!.name, fault };
      return [t("Row {row}, column ''{column}'': {fault}.", at)];
    }),
  );
  const faults = faultsOf.flat();
  if (faults.length > 0 && !leaveOut)
    return { faults: listedFaults(faults), rows: faultsOf.filter((of) => of.length > 0).length };
  const rows = table.rows.filter((_, row) => faultsOf[row]!.length === 0);
  if (rows.length === 0) return refused(t('No row has a value in every chosen column.'));

  const numberIn = (cell: string) => cellNumber(cell, table.decimalComma);
  const labels = rows.map(({ cells }) => cells[target]!);
  const { found, classes } =
    task === 'classification' ? classLabels(labels, table.decimalComma) : { found: 2, classes: [] };
  const name = table.columns[target]!.name;
  if (found < 2)
    return refused(
      t("Column ''{column}'' has one class only, ''{label}''; at least 2 are needed.", {
        column: name,
        label: labels[0]!,
      }),
    );
  if (found > MAX_CLASSES)
    return refused(
      t("Column ''{column}'' has {count} classes; at most {most} are allowed.", {
        column: name,
        count: found,
        most: MAX_CLASSES,
      }),
    );
  const classOf = classFinder(classes, table.decimalComma);
  const points = rows.map(({ cells }) => ({
    x: inputs.map((column) => numberIn(cells[column]!)),
    y: task === 'classification' ? classOf(cells[target]!)! : numberIn(cells[target]!),
  }));
  const names = [...inputs, target].map((column) => table.columns[column]!.name);
  const plain = !table.isHeaded || (names.length === 2 && names[0] === 'x' && names[1] === 'y');
  const numbered = classes.every((label, y) => label === String(y));
  return {
    data: {
      points,
      task,
      images: false,
      columns: plain ? [] : names,
      classNames: numbered ? [] : classes.map(shortName),
    },
  };
}
