import { t } from '../i18n/index.ts';
import { formatWhole } from '../i18n/numbers.ts';
import { type CellProblem, MAX_NUMBER } from './cellNumber.ts';
import { shorten, type TableFault, type TableFaults } from './tableFaults.ts';

/** One sentence per reported fault, and one that counts the others. */
export function tableFaultTexts({ first, count }: TableFaults): readonly string[] {
  const more = count - first.length;
  const texts = first.map(faultText);
  return more > 0 ? [...texts, t('And {count} more.', { count: formatWhole(more) })] : texts;
}

function faultText(fault: TableFault): string {
  switch (fault.kind) {
    case 'empty':
      return t('The table is empty; it needs two columns or more: inputs, and what to predict.');
    case 'unclosedQuote':
      return t('A quote opens in row {row} and never closes.', { row: fault.row });
    case 'tooFewColumns':
      return t('The table has 1 column; it needs two or more: inputs, and what to predict.');
    case 'unevenRow':
      return t('Row {row} has {columns, plural, one {# column} other {# columns}}; the first has {width}.', {
        row: fault.row,
        columns: fault.cells,
        width: fault.header.length,
      });
    case 'noRows':
      return t('The table has a header but no rows.');
    case 'tooManyRows':
      return t('The table has {rows} rows; at most {most} are allowed.', {
        rows: formatWhole(fault.rows),
        most: formatWhole(fault.most),
      });
    case 'noInputs':
      return t('Choose at least one input.');
    case 'tooManyInputs':
      return t('{count} inputs are chosen; at most {most} are allowed.', {
        count: fault.inputs,
        most: fault.most,
      });
    case 'cell':
      return t("Row {row}, column ''{column}'': {fault}.", {
        row: fault.row,
        column: fault.column,
        fault: problemText(fault.problem, shorten(fault.cell)),
      });
    case 'tooManyLevels':
      return t(
        "Column ''{column}'' has {count} different words; at most {most} can be inputs. Leave the column out, or group its words.",
        { column: fault.column, count: formatWhole(fault.levels), most: fault.most },
      );
    case 'noCompleteRow':
      return t('No row has a value in every chosen column.');
    case 'oneClass':
      return t("Column ''{column}'' has one class only, ''{label}''; at least 2 are needed.", {
        column: fault.column,
        label: fault.label,
      });
    case 'tooManyClasses':
      return t("Column ''{column}'' has {count} classes; at most {most} are allowed.", {
        column: fault.column,
        count: fault.classes,
        most: fault.most,
      });
  }
}

function problemText(problem: CellProblem, cell: string): string {
  switch (problem) {
    case 'missing':
      return t('the value is missing');
    case 'notFinite':
      return t("''{cell}'' is not a finite number", { cell });
    case 'notNumber':
      return t("''{cell}'' is not a number", { cell });
    case 'tooLarge':
      return t('{cell} is beyond ±{most}', { cell, most: formatWhole(MAX_NUMBER) });
  }
}
