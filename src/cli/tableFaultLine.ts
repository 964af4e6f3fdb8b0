import { type CellProblem, MAX_NUMBER } from '../import/cellNumber.ts';
import { shorten, type TableFault } from '../import/tableFaults.ts';
import { formatCount, optionValue, quote } from './commandFault.ts';

/** A fault of a table as the command reports it, after the name of the file. */
export function tableFaultLine(fault: TableFault): string {
  switch (fault.kind) {
    case 'empty':
      return 'the file is empty; its first row must name the columns';
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

function cellText(problem: CellProblem, cell: string, at: string): string {
  switch (problem) {
    case 'missing':
      return `missing value at ${at}`;
    case 'notFinite':
      return `${quote(cell)} is not a finite number at ${at}`;
    case 'notNumber':
      return `not a number at ${at}: ${quote(cell)}`;
    case 'tooLarge':
      return `${shorten(cell)} is beyond ±${formatCount(MAX_NUMBER)} at ${at}`;
  }
}

function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
