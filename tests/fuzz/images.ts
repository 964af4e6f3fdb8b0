import { gzipSync } from 'fflate';
import type { Chance } from './chance.ts';

/** Image files in IDX format: small valid ones, compressed or malformed ones, and headers with sizes that are too large. */
export function anyIdx(chance: Chance): Uint8Array {
  if (chance.of(0.1)) return Uint8Array.from(chance.list(0, 40, () => chance.whole(0, 255)));
  const [count, height, width] = [chance.whole(0, 4), chance.whole(0, 9), chance.whole(0, 9)];
  const dimensions = chance.of(0.7) ? [count, height, width] : [count];
  const promised = chance.of(0.1)
    ? dimensions.map(() => chance.pick([0, 1, 2 ** 31, 2 ** 32 - 1]))
    : dimensions;
  const length = dimensions.reduce((product, size) => product * size, 1);
  const bytes = Uint8Array.from([
    ...[0, 0, chance.of(0.9) ? 8 : chance.whole(0, 255), dimensions.length],
    ...promised.flatMap((size) => [size >>> 24, (size >>> 16) & 255, (size >>> 8) & 255, size & 255]),
    ...Array.from({ length }, () => chance.whole(0, 255)),
  ]);
  const file = chance.of(0.1) ? gzipSync(bytes, { mtime: 0, level: 1, mem: 0 }) : bytes;
  if (chance.of(0.2)) file[chance.whole(0, file.length - 1)] = chance.whole(0, 255);
  return chance.of(0.1) ? file.slice(0, chance.whole(0, file.length)) : file;
}
