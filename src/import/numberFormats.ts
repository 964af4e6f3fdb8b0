import { type DecimalMark, isPlaceholder, type NumberFormat, readingsOf } from './cellNumber.ts';
import type { Separator } from './splitRows.ts';

/** A cell that is another number with the other decimal mark, in a column where nothing decides between the two. */
export interface Ambiguity {
  /** Index of the row. */
  readonly row: number;
  readonly cell: string;
  readonly point: number;
  readonly comma: number;
  /** Whether the decimal mark was given. */
  readonly isDecided: boolean;
}

/** The format of a column, and the first cell that leaves it open. */
export interface FoundFormat {
  readonly format: NumberFormat;
  /** null if the column is read in one way only. */
  readonly ambiguity: Ambiguity | null;
}

/** The numbers of a column by what they say about its decimal mark. */
interface Evidence {
  /** Cells that are numbers with this mark only. */
  readonly point: number;
  readonly comma: number;
  readonly ambiguity: Ambiguity | null;
  readonly unit: string;
}

/**
 * The number format of each column, from all of its cells, and the decimal mark of the table, null if nothing decides it. Where they leave the decimal mark open, the other columns decide,
 * then `given`. In comma- and space-separated text a lone point is decimal: nothing writes thousands there with points.
 */
export function findFormats(
  columns: readonly (readonly string[])[],
  separator: Separator,
  given: DecimalMark | null,
): { readonly formats: readonly FoundFormat[]; readonly decimalMark: DecimalMark | null } {
  const evidence = columns.map(gatherEvidence);
  const ofTable = markOfTable(evidence);
  const usual: DecimalMark = ofTable ?? (separator === ';' ? ',' : '.');
  const formats = evidence.map(({ point, comma, ambiguity, unit }) => {
    const found = (decimalMark: DecimalMark, open: Ambiguity | null = null): FoundFormat => ({
      format: { decimalMark, unit },
      ambiguity: open,
    });
    if (point + comma > 0) return found(point >= comma ? '.' : ',');
    if (!ambiguity) return found(given ?? usual);
    if (ofTable) return found(ofTable);
    const hasLonePoint = /^[^,]*\.[^,]*$/.test(ambiguity.cell);
    if ((separator === ',' || separator === ' ') && hasLonePoint) return found('.');
    return found(given ?? usual, { ...ambiguity, isDecided: given !== null });
  });
  return { formats, decimalMark: ofTable ?? given };
}

/** The mark of all columns that have one; null if none has, or if they differ. */
function markOfTable(evidence: readonly Evidence[]): DecimalMark | null {
  const hasPoint = evidence.some(({ point, comma }) => point > comma);
  const hasComma = evidence.some(({ point, comma }) => comma > point);
  return hasPoint === hasComma ? null : hasPoint ? '.' : ',';
}

/** Most cells of most tables, whose only mark is a decimal point if they are not a group of three digits after others. */
const simple = /^[+-]?\d+(?:\.\d*)?$/;
const oneGroup = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

function gatherEvidence(cells: readonly string[]): Evidence {
  let [point, comma, bare] = [0, 0, 0];
  let ambiguity: Ambiguity | null = null;
  const units = new Map<string, number>();
  cells.forEach((cell, row) => {
    if (simple.test(cell) && !oneGroup.test(cell)) {
      bare++;
      if (cell.includes('.')) point++;
      return;
    }
    if (isPlaceholder(cell)) return;
    const readings = readingsOf(cell);
    if (!readings) return;
    units.set(readings.unit, (units.get(readings.unit) ?? 0) + 1);
    if (Number.isNaN(readings.comma)) point++;
    else if (Number.isNaN(readings.point)) comma++;
    else if (readings.point !== readings.comma)
      ambiguity ??= { row, cell, point: readings.point, comma: readings.comma, isDecided: false };
  });
  units.set('', (units.get('') ?? 0) + bare);
  return { point, comma, ambiguity, unit: unitOf(units) };
}

/** The most frequent currency, or the per cent sign if more than half of the numbers carry it. */
function unitOf(units: ReadonlyMap<string, number>): string {
  const total = [...units.values()].reduce((sum, count) => sum + count, 0);
  if (2 * (units.get('%') ?? 0) > total) return '%';
  const currencies = [...units].filter(([unit]) => unit !== '' && unit !== '%');
  return currencies.reduce((most, each) => (each[1] > most[1] ? each : most), ['', 0])[0];
}
