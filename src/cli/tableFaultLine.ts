import { type CellProblem, MAX_NUMBER } from '../import/cellNumber.ts';
import { shortened, type TableFault } from '../import/tableFaults.ts';
import { grouped, quoted } from './commandFault.ts';

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
      const where = missing ? `; nothing for column ${quoted(missing)}` : '';
      return `row ${row} has ${counted(cells, 'cell')}, but the header names ${counted(header.length, 'column')}${where}`;
    }
    case 'noRows':
      return 'no rows under the names of the columns';
    case 'tooManyRows':
      return `${grouped(fault.rows)} rows; at most ${grouped(fault.most)} are allowed`;
    case 'noInputs':
      return `no input; ${quoted(fault.target)}, the target, is the only column`;
    case 'tooManyInputs':
      return `${grouped(fault.inputs)} inputs; at most ${grouped(fault.most)} are allowed`;
    case 'cell':
      return cellText(fault.problem, fault.cell, `row ${fault.row} column ${quoted(fault.column)}`);
    case 'noCompleteRow':
      return 'no row has a value in every column';
    case 'oneClass':
      return `column ${quoted(fault.column)} has one class only, ${quoted(fault.label)}; at least 2 are needed`;
    case 'tooManyClasses':
      return `column ${quoted(fault.column)} has ${grouped(fault.classes)} classes; at most ${fault.most} are allowed`;
  }
}

function cellText(problem: CellProblem, cell: string, at: string): string {
  switch (problem) {
    case 'missing':
      return `missing value at ${at}`;
    case 'notFinite':
      return `${quoted(cell)} is not a finite number at ${at}`;
    case 'notNumber':
      return `not a number at ${at}: ${quoted(cell)}`;
    case 'tooLarge':
      return `${shortened(cell)} is beyond ±${grouped(MAX_NUMBER)} at ${at}`;
  }
}

function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
