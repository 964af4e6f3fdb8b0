import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { fromBase64Url, toBase64Url } from '../../math/base64.ts';
import type { Point } from '../../model/datasets/index.ts';

/** Points that an experiment can have. */
export const MAX_POINTS = 5000;
/** The longest text that is unpacked, in characters: room for all points of the longest numbers. */
const LONGEST = 22_000_000;
/** Compressed bytes looked at between two checks of that limit; deflate unpacks at most 1,032 for each. */
const CHUNK = 256;

/** A number in the fewest characters that give back the same double; without `+`, which some programs read as a space. */
export function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value).replace('+', '');
}

/** The number that a text spells in decimal, or the text itself. */
export function readNumber(text: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

/** Words that were packed: links are written much more often than points change. */
const words = new WeakMap<readonly Point[], string>();

/** Points as one word for a link: `x,y;x,y;…` deflated, in base64url. */
export function packPoints(points: readonly Point[]): string {
  const known = words.get(points);
  if (known !== undefined) return known;
  const text = points.map(({ x, y }) => [...x, y].map(numberText).join(',')).join(';');
  const word = toBase64Url(deflateSync(strToU8(text, true), { level: 9 }));
  words.set(points, word);
  return word;
}

/** The points of a word that packPoints wrote, not yet checked; the word itself if it is damaged or unpacks to too much. */
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
      if (text.length > LONGEST) return null;
    }
  } catch {
    return null;
  }
  return ended ? text : null;
}
