import type { ImageShape } from '../../../model/datasets/imageTransforms.ts';
import { CELLS_PER_PIXEL, imageOfPad, PEN_RADIUS, strokeCells } from './padImage.ts';

/** Polylines of [x, y] corners in the unit square, origin at the upper left. */
const letters = {
  A: [
    [
      [0.2, 0.9],
      [0.5, 0.1],
      [0.8, 0.9],
    ],
    [
      [0.32, 0.62],
      [0.68, 0.62],
    ],
  ],
  H: [
    [
      [0.2, 0.1],
      [0.2, 0.9],
    ],
    [
      [0.8, 0.1],
      [0.8, 0.9],
    ],
    [
      [0.2, 0.5],
      [0.8, 0.5],
    ],
  ],
  M: [
    [
      [0.15, 0.9],
      [0.15, 0.1],
      [0.5, 0.6],
      [0.85, 0.1],
      [0.85, 0.9],
    ],
  ],
  X: [
    [
      [0.2, 0.1],
      [0.8, 0.9],
    ],
    [
      [0.8, 0.1],
      [0.2, 0.9],
    ],
  ],
} as const satisfies Record<string, readonly (readonly (readonly [number, number])[])[]>;

export type Letter = keyof typeof letters;
export const letterNames = Object.keys(letters) as Letter[];

/** The image of a letter drawn on the pad with its pen. */
export function letterImage(letter: Letter, shape: ImageShape): number[] {
  const [columns, rows] = [CELLS_PER_PIXEL * shape.width, CELLS_PER_PIXEL * shape.height];
  const cells = new Uint8Array(columns * rows);
  for (const stroke of letters[letter])
    stroke.slice(1).forEach(([toX, toY], i) => {
      const [fromX, fromY] = stroke[i]!;
      const stroked = strokeCells(
        [columns * fromX, rows * fromY],
        [columns * toX, rows * toY],
        PEN_RADIUS,
        columns,
        rows,
      );
      for (const cell of stroked) cells[cell] = 1;
    });
  return imageOfPad(cells, shape);
}
