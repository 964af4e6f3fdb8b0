import { t } from '../i18n/index.ts';
import { formatPlain, formatWhole } from '../i18n/numbers.ts';
import type { CellProblem } from './cellNumber.ts';
import type { FileFormat } from './fileFormat.ts';
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
    case 'format':
      return formatText(fault.format);
    case 'tooManyBytes':
      return t('The file has {size} MB; at most {most} MB are read here. Take a part of its rows.', {
        size: formatWhole(Math.ceil(fault.bytes / 1e6)),
        most: formatWhole(fault.most / 1e6),
      });
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
    case 'ambiguousNumbers':
      return t(
        "Column ''{column}'': ''{cell}'' in row {row} can be {point} or {comma}. Choose how its numbers are written.",
        {
          column: fault.column,
          cell: fault.cell,
          row: fault.row,
          point: formatPlain(fault.point),
          comma: formatPlain(fault.comma),
        },
      );
    case 'dates':
      return t(
        "Column ''{column}'' holds dates or times (''{cell}'' in row {row}). Leave it out, or write numbers, such as days since the first.",
        { column: fault.column, cell: fault.cell, row: fault.row },
      );
    case 'unlikelyClasses':
      return t(
        "Column ''{column}'' holds words: {classes} different ones in {rows} rows. Are they classes, or should another column be predicted?",
        {
          column: fault.column,
          classes: formatWhole(fault.classes),
          rows: formatWhole(fault.rows),
        },
      );
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

function formatText(format: FileFormat): string {
  switch (format) {
    case 'ARFF':
      return t(
        'This is an ARFF file, as Weka writes it. Keep the rows below @data, and name the columns in the first row.',
      );
    case 'LIBSVM':
      return t(
        'This is a LIBSVM file: its cells are pairs of a number and a value. Write one column for each input.',
      );
    case 'Excel':
      return t('This is a workbook, not text. Save the sheet as CSV first.');
    case 'gzip':
      return t('This file is compressed by gzip. Unpack it first.');
    case 'binary':
      return t('This is no text file. A table is text: one row a line.');
    default:
      return t('This is a file of the format {format}, not a table of text. Save it as CSV first.', {
        format,
      });
  }
}

function problemText(problem: CellProblem, cell: string): string {
  switch (problem) {
    case 'missing':
      return t('the value is missing');
    case 'placeholder':
      return t("the value is missing; ''{cell}'' stands there", { cell });
    case 'notFinite':
      return t("''{cell}'' is not a finite number", { cell });
    case 'notNumber':
      return t("''{cell}'' is not a number", { cell });
    case 'tooLarge':
      return t('{cell} is beyond ±{most}', { cell, most: '10¹⁰⁰' });
  }
}
