import { brotliDecompressSync } from 'node:zlib';

/** Places of known tables in the list of tags of WOFF2 (https://www.w3.org/TR/WOFF2/#table_dir_format). */
const CMAP = 0;
const TRANSFORMED = [10, 11];
const NO_TRANSFORM = 3;
const ARBITRARY_TAG = 63;

/** The code points that a WOFF2 font has glyphs for: those of its cmap of format 12. */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const cmap = tableOf(font, CMAP);
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const start = cmap.readUInt32BE(4 + 8 * record + 4);
    if (cmap.readUInt16BE(start) === 12) return groupsOf(cmap.subarray(start));
  }
  throw new Error('the font has no cmap of format 12');
}

/** The groups of a cmap of format 12: first and last code point, first glyph. */
function groupsOf(map: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  for (let group = 0; group < map.readUInt32BE(12); group++) {
    const place = 16 + 12 * group;
    for (let code = map.readUInt32BE(place); code <= map.readUInt32BE(place + 4); code++) found.add(code);
  }
  return found;
}

/** A table of a WOFF2 file by the index of its tag. */
function tableOf(font: Buffer, wanted: number): Buffer {
  let place = 48;
  const number = (): number => {
    for (let value = 0; ; ) {
      const byte = font[place++] as number;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let offset = 0;
  let range: readonly [number, number] | undefined;
  for (let table = 0; table < font.readUInt16BE(12); table++) {
    const flags = font[place++] as number;
    const tag = flags & 63;
    if (tag === ARBITRARY_TAG) place += 4;
    let length = number();
    if (TRANSFORMED.includes(tag) ? flags >> 6 !== NO_TRANSFORM : flags >> 6 !== 0) length = number();
    if (tag === wanted) range = [offset, offset + length];
    offset += length;
  }
  if (!range) throw new Error(`the font has no table ${wanted}`);
  return brotliDecompressSync(font.subarray(place)).subarray(...range);
}
