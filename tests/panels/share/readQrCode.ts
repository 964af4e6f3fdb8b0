/**
 * Error correction codewords per block, and number of blocks, for versions 1 to 10 (ISO/IEC 18004, table 9), by
 * level.
 */
const levels = {
  1: [
    [7, 10, 15, 20, 26, 18, 20, 24, 30, 18],
    [1, 1, 1, 1, 1, 2, 2, 2, 2, 4],
  ],
  0: [
    [10, 16, 26, 18, 24, 16, 18, 22, 22, 26],
    [1, 1, 1, 2, 2, 4, 4, 4, 5, 5],
  ],
  3: [
    [13, 22, 18, 26, 18, 24, 18, 22, 20, 24],
    [1, 1, 2, 2, 4, 4, 6, 6, 8, 8],
  ],
  2: [
    [17, 28, 22, 16, 22, 28, 26, 26, 24, 28],
    [1, 1, 2, 4, 4, 4, 5, 6, 8, 8],
  ],
} as const;

const masks: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Decodes an undamaged QR code of version 1 to 10 in byte mode. dark: modules, rows from the top. */
export function readQrCode(dark: readonly (readonly boolean[])[]): string {
  const size = dark.length;
  const version = (size - 17) / 4;
  const format = formatOf(dark);
  const [corrections, blockCounts] = levels[(format >> 3) as keyof typeof levels];
  const mask = masks[format & 7]!;
  const bits = dataPlaces(size, version).map(([x, y]) => dark[y]![x]! !== (mask(x, y) === 0));
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, i) => number(bits, i * 8, 8));
  const data = inOrder(words, blockCounts[version - 1]!, corrections[version - 1]!);
  const stream = data.flatMap((word) => Array.from({ length: 8 }, (_, i) => ((word >> (7 - i)) & 1) === 1));
  if (number(stream, 0, 4) !== 4) throw new Error('not in byte mode');
  const lengthBits = version < 10 ? 8 : 16;
  const length = number(stream, 4, lengthBits);
  const bytes = Array.from({ length }, (_, i) => number(stream, 4 + lengthBits + i * 8, 8));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function number(bits: readonly boolean[], start: number, length: number): number {
  return bits.slice(start, start + length).reduce((value, bit) => value * 2 + (bit ? 1 : 0), 0);
}

/** The five format bits, level and mask, next to the upper left finder pattern. */
function formatOf(dark: readonly (readonly boolean[])[]): number {
  const places = [
    ...Array.from({ length: 6 }, (_, i) => [8, i]),
    ...[
      [8, 7],
      [8, 8],
      [7, 8],
    ],
    ...Array.from({ length: 6 }, (_, i) => [5 - i, 8]),
  ];
  const bits = places.map(([x, y]) => dark[y!]![x!]!).reverse();
  return (number(bits, 0, 15) ^ 0x5412) >> 10;
}

/** Data modules in order: two columns at a time from the right, alternately up and down. */
function dataPlaces(size: number, version: number): readonly (readonly [number, number])[] {
  const columns = Array.from({ length: size - 1 }, (_, i) => size - 1 - i - (size - 1 - i <= 6 ? 1 : 0));
  return columns
    .filter((_, i) => i % 2 === 0)
    .flatMap((right, turn) =>
      Array.from({ length: size }, (_, i) => (turn % 2 === 0 ? size - 1 - i : i)).flatMap((y) => [
        [right, y] as const,
        [right - 1, y] as const,
      ]),
    )
    .filter(([x, y]) => !isPattern(x, y, size, version));
}

function isPattern(x: number, y: number, size: number, version: number): boolean {
  const finder = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
  const timing = x === 6 || y === 6;
  const versionInfo = version >= 7 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6));
  return finder || timing || versionInfo || isAlignment(x, y, size, version);
}

function isAlignment(x: number, y: number, size: number, version: number): boolean {
  if (version === 1) return false;
  const middles = version < 7 ? [6, size - 7] : [6, (size - 1) / 2, size - 7];
  const corner = (a: number, b: number) =>
    (a === 6 && b === 6) || (a === 6 && b === size - 7) || (a === size - 7 && b === 6);
  return middles.some((a) =>
    middles.some((b) => !corner(a, b) && Math.abs(x - a) <= 2 && Math.abs(y - b) <= 2),
  );
}

/** De-interleaves the data of all blocks; longer blocks are last. */
function inOrder(words: readonly number[], blocks: number, correction: number): readonly number[] {
  const short = blocks - (words.length % blocks);
  const shortest = Math.floor(words.length / blocks) - correction;
  const made = Array.from({ length: blocks }, (): number[] => []);
  let at = 0;
  for (let i = 0; i <= shortest; i++)
    for (const [block, into] of made.entries()) if (i < shortest || block >= short) into.push(words[at++]!);
  return made.flat();
}
