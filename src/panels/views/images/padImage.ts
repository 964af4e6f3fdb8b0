import type { ImageShape } from '../../../model/datasets/imageTransforms.ts';

/** Pad cells along each side of a pixel: the UCI digits were reduced from 32 × 32 to 8 × 8 in the same way. */
export const CELLS_PER_PIXEL = 4;

/** Half the width of a stroke, in cells. */
export const PEN_RADIUS = 1.7;

/** The image of a pad: each pixel is the share of its cells that are inked. cells: [4·height, 4·width], 0 or 1. */
export function imageOfPad(cells: Uint8Array, { height, width, brightest }: ImageShape): number[] {
  const image = new Array<number>(height * width).fill(0);
  cells.forEach((inked, cell) => {
    if (inked === 0) return;
    const row = Math.floor(cell / (CELLS_PER_PIXEL * width) / CELLS_PER_PIXEL);
    const column = Math.floor((cell % (CELLS_PER_PIXEL * width)) / CELLS_PER_PIXEL);
    image[row * width + column]! += brightest / CELLS_PER_PIXEL ** 2;
  });
  return image;
}

/** Indices of the cells whose centres are within `radius` of a line segment; its ends are [column, row] in cells. */
export function strokeCells(
  from: readonly [number, number],
  to: readonly [number, number],
  radius: number,
  columns: number,
  rows: number,
): number[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy;
  const inked: number[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [px, py] = [column + 0.5 - from[0], row + 0.5 - from[1]];
      const along = square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square));
      if (Math.hypot(px - along * dx, py - along * dy) <= radius) inked.push(row * columns + column);
    }
  return inked;
}
