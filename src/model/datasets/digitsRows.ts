import { inflateSync } from 'fflate';
import { fromBase64Url } from '../../math/base64.ts';
import type { Point } from './dataset.ts';
import { digitsData } from './digitsData.ts';

/** Numbers of one image: 64 pixels and the class. */
const WIDTH = 65;

/** All images, as points of 64 inputs. */
export function digitsRows(): readonly Point[] {
  const bytes = inflateSync(fromBase64Url(digitsData) ?? new Uint8Array(0));
  return Array.from({ length: bytes.length / WIDTH }, (_, row) => ({
    x: [...bytes.subarray(row * WIDTH, (row + 1) * WIDTH - 1)],
    y: bytes[(row + 1) * WIDTH - 1]!,
  }));
}
