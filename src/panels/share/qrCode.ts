import { encode } from 'uqr';

/** The largest code that a phone reads from across a room: version 25, 117 squares a side. */
const MAX_VERSION = 25;
/** White squares that a code needs around it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A code as a drawing in squares: its side, quiet zone and all, and the path of everything that is dark. */
export interface QrCode {
  readonly side: number;
  readonly path: string;
}

/** A text as a QR code, as robust as its size allows; null: it is too long for one that can be read from afar. */
export function qrCode(text: string): QrCode | null {
  const rows = squaresOf(text);
  if (rows === null) return null;
  const path = rows.flatMap((row, y) => runsOf(row).map(([x, length]) => bar(x, y, length))).join('');
  return { side: rows.length + 2 * QUIET_ZONE, path };
}

function squaresOf(text: string): readonly (readonly boolean[])[] | null {
  try {
    return encode(text, { border: 0, maxVersion: MAX_VERSION, boostEcc: true }).data;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function bar(x: number, y: number, length: number): string {
  return `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${length}v1h${-length}z`;
}

/** Where dark squares of a row begin, and how many stand together. */
function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []));
  return starts.map((start) => {
    const end = row.indexOf(false, start);
    return [start, (end < 0 ? row.length : end) - start];
  });
}
