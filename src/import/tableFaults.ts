import type { CellProblem } from './cellNumber.ts';
import type { FileFormat } from './fileFormat.ts';

/** Why a text is not a table, or why a table gives no points. Rows are numbered as in the file, columns named. */
export type TableFault =
  | { readonly kind: 'empty' }
  /** A file of another format than a table of text. */
  | { readonly kind: 'format'; readonly format: FileFormat }
  | { readonly kind: 'tooManyBytes'; readonly bytes: number; readonly most: number }
  | { readonly kind: 'unclosedQuote'; readonly row: number }
  | { readonly kind: 'tooFewColumns' }
  /** A row with `cells` cells where the first row has `header`. */
  | {
      readonly kind: 'unevenRow';
      readonly row: number;
      readonly cells: number;
      readonly header: readonly string[];
    }
  | { readonly kind: 'noRows' }
  | { readonly kind: 'tooManyRows'; readonly rows: number; readonly most: number }
  | { readonly kind: 'noInputs'; readonly target: string }
  | { readonly kind: 'tooManyInputs'; readonly inputs: number; readonly most: number }
  | {
      readonly kind: 'cell';
      readonly problem: CellProblem;
      readonly row: number;
      readonly column: string;
      readonly cell: string;
    }
  /** A column whose decimal mark is open: a cell, and its value with a decimal point and with a comma. */
  | {
      readonly kind: 'ambiguousNumbers';
      readonly column: string;
      readonly row: number;
      readonly cell: string;
      readonly point: number;
      readonly comma: number;
    }
  | { readonly kind: 'dates'; readonly column: string; readonly row: number; readonly cell: string }
  /** Words of which most occur once, as a target that nobody chose as classes. */
  | {
      readonly kind: 'unlikelyClasses';
      readonly column: string;
      readonly classes: number;
      readonly rows: number;
    }
  | {
      readonly kind: 'tooManyLevels';
      readonly column: string;
      readonly levels: number;
      readonly most: number;
    }
  | { readonly kind: 'noCompleteRow' }
  | { readonly kind: 'oneClass'; readonly column: string; readonly label: string }
  | {
      readonly kind: 'tooManyClasses';
      readonly column: string;
      readonly classes: number;
      readonly most: number;
    };

/** The faults of one attempt to read a table: the first ones in full, the others counted. */
export interface TableFaults {
  readonly first: readonly TableFault[];
  /** Number of all faults, ≥ first.length. */
  readonly count: number;
  /** Rows with a faulty cell; leaving them out would remove every fault. 0 for faults of another kind. */
  readonly rows: number;
}

/** One fault without a row number. */
export function singleFault(fault: TableFault): TableFaults {
  return { first: [fault], count: 1, rows: 0 };
}

/** Characters of a cell or a label that a message repeats. */
const MAX_QUOTED = 40;

/** The start of a text, with an ellipsis if that is not all of it. */
export function shorten(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}
