import { encode } from 'uqr';

/** Largest version that a phone can read from a distance: 25, with 117 modules per side. */
const MAX_VERSION = 25;
/** Width of the blank border in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code in units of one module: side including the quiet zone, and SVG path of the dark modules. */
export interface QrCode {
  readonly side: number;
  readonly path: string;
}

/** Encodes a text with the highest error correction that fits its size; null if it exceeds MAX_VERSION. */
export function qrCode(text: string): QrCode | null {
  const rows = squaresOf(text);
  if (rows === null) return null;
  const path = rows.flatMap((row, y) => darkRuns(row).map(([x, length]) => bar(x, y, length))).join('');
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

/** Runs of dark modules in a row: [start, length]. */
function darkRuns(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []));
  return starts.map((start) => {
    const end = row.indexOf(false, start);
    return [start, (end < 0 ? row.length : end) - start];
  });
}
