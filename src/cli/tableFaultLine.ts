import type { CellProblem } from '../import/cellNumber.ts';
import type { FileFormat } from '../import/fileFormat.ts';
import { shorten, type TableFault } from '../import/tableFaults.ts';
import { formatCount, optionValue, quote } from './commandFault.ts';

/** A fault of a table as the command reports it, after the name of the file. */
export function tableFaultLine(fault: TableFault): string {
  switch (fault.kind) {
    case 'empty':
      return 'the file is empty; its first row must name the columns';
    case 'format':
      return formatLine(fault.format);
    case 'tooManyBytes':
      return `the file has ${formatCount(Math.ceil(fault.bytes / 1e6))} MB; at most ${formatCount(fault.most / 1e6)} MB can be read`;
    case 'unclosedQuote':
      return `a quote opens in row ${fault.row} and never closes`;
    case 'tooFewColumns':
      return 'too few columns';
    case 'unevenRow': {
      const { row, cells, header } = fault;
      const missing = header[cells];
      const where = missing ? `; nothing for column ${quote(missing)}` : '';
      return `row ${row} has ${counted(cells, 'cell')}, but the header names ${counted(header.length, 'column')}${where}`;
    }
    case 'noRows':
      return 'no rows under the names of the columns';
    case 'tooManyRows':
      return `${formatCount(fault.rows)} rows; at most ${formatCount(fault.most)} are allowed`;
    case 'noInputs':
      return `no input; ${quote(fault.target)}, the target, is the only column`;
    case 'tooManyInputs':
      return `${formatCount(fault.inputs)} inputs; at most ${formatCount(fault.most)} are allowed with encoded words: leave columns out with --ignore`;
    case 'cell':
      return cellText(fault.problem, fault.cell, `row ${fault.row} column ${quote(fault.column)}`);
    case 'ambiguousNumbers':
      return `column ${quote(fault.column)} can be read in two ways: ${quote(fault.cell)} at row ${fault.row} is ${fault.point} with --decimal point and ${fault.comma} with --decimal comma`;
    case 'dates':
      return datesLine(fault.column, fault.cell, fault.row);
    case 'unlikelyClasses':
      return `column ${quote(fault.column)} has ${formatCount(fault.classes)} classes in ${formatCount(fault.rows)} rows`;
    case 'tooManyLevels':
      return `column ${quote(fault.column)} has ${formatCount(fault.levels)} different words; at most ${fault.most} can be inputs: leave it out with --ignore ${optionValue(fault.column)}, or group its words`;
    case 'noCompleteRow':
      return 'no row has a value in every column';
    case 'oneClass':
      return `column ${quote(fault.column)} has one class only, ${quote(fault.label)}; at least 2 are needed`;
    case 'tooManyClasses':
      return `column ${quote(fault.column)} has ${formatCount(fault.classes)} classes; at most ${fault.most} are allowed`;
  }
}

/** Says that a column holds dates, and what to do. */
export function datesLine(column: string, cell: string, row: number): string {
  return `column ${quote(column)} holds dates or times (${quote(cell)} at row ${row}): leave it out with --ignore ${optionValue(column)}, or write numbers, such as days since the first`;
}

function formatLine(format: FileFormat): string {
  if (format === 'ARFF')
    return 'an ARFF file; keep the rows below @data, and name the columns in the first row';
  if (format === 'LIBSVM') return 'a LIBSVM file; write one column for each input';
  if (format === 'binary') return 'not a text file';
  return `a file of the format ${format}, not a table of text; save it as CSV`;
}

function cellText(problem: CellProblem, cell: string, at: string): string {
  switch (problem) {
    case 'missing':
      return `missing value at ${at}`;
    case 'notFinite':
      return `${quote(cell)} is not a finite number at ${at}`;
    case 'notNumber':
    case 'placeholder':
      return `not a number at ${at}: ${quote(cell)}`;
    case 'tooLarge':
      return `${shorten(cell)} is beyond ±1e100 at ${at}`;
  }
}

function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
