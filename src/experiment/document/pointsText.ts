import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { fromBase64Url, toBase64Url } from '../../math/base64.ts';
import type { Point } from '../../model/datasets/index.ts';

/** Maximum number of points of an experiment. */
export const MAX_POINTS = 5000;
/** Maximum length of unpacked text, in characters: enough for MAX_POINTS points with numbers of any length. */
const MAX_TEXT_LENGTH = 22_000_000;
/** Compressed bytes between two checks of that limit; deflate unpacks each to at most 1,032 bytes. */
const CHUNK = 256;

/** The shortest text that reads back as the same double; without `+`, which some programs decode as a space. */
export function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value).replace('+', '');
}

/** The number that a decimal text represents, or the text itself. */
export function readNumber(text: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

/** Packed points: links are written much more often than points change. */
const packed = new WeakMap<readonly Point[], string>();

/** Encodes points for a link: `x,y;x,y;…`, deflated, in base64url. */
export function packPoints(points: readonly Point[]): string {
  const known = packed.get(points);
  if (known !== undefined) return known;
  const text = points.map(({ x, y }) => [...x, y].map(numberText).join(',')).join(';');
  const word = toBase64Url(deflateSync(strToU8(text, true), { level: 9 }));
  packed.set(points, word);
  return word;
}

/** Decodes what packPoints wrote, without validation. Returns the input if it is damaged or unpacks beyond the limit. */
export function unpackPoints(word: string): unknown {
  const bytes = fromBase64Url(word);
  const text = bytes && inflate(bytes);
  if (text === null) return word;
  if (text === '') return [];
  return text.split(';', MAX_POINTS + 1).map((point) => {
    const numbers = point.split(',').map(readNumber);
    return { x: numbers.slice(0, -1), y: numbers.at(-1) };
  });
}

function inflate(bytes: Uint8Array): string | null {
  let text = '';
  let ended = false;
  const stream = new Inflate((part, final) => {
    text += strFromU8(part, true);
    ended = final;
  });
  try {
    for (let start = 0; start < bytes.length; start += CHUNK) {
      stream.push(bytes.subarray(start, start + CHUNK), start + CHUNK >= bytes.length);
      if (text.length > MAX_TEXT_LENGTH) return null;
    }
  } catch {
    return null;
  }
  return ended ? text : null;
}
