import { createRandom, streams } from '../../math/random.ts';

/** Cells of the pad for each pixel of an image, along one side: the digits were scanned as 32 × 32 and counted so. */
export const CELLS = 4;

/** Half the width of a stroke, in cells. */
export const PEN = 1.7;

/** An image's shape and the value of a pixel that is all ink. */
export interface ImageShape {
  readonly height: number;
  readonly width: number;
  readonly brightest: number;
}

/** A pad of cells, inked or not, as an image: each pixel is the share of its cells that are. cells: [4·height, 4·width]. */
export function imageOfPad(cells: Uint8Array, { height, width, brightest }: ImageShape): number[] {
  const image = new Array<number>(height * width).fill(0);
  cells.forEach((inked, cell) => {
    if (inked === 0) return;
    const row = Math.floor(cell / (CELLS * width) / CELLS);
    const column = Math.floor((cell % (CELLS * width)) / CELLS);
    image[row * width + column]! += brightest / CELLS ** 2;
  });
  return image;
}

/** The image turned by so many degrees, anticlockwise, about its middle; between pixels linearly, paper outside. */
export function turned(image: readonly number[], { height, width }: ImageShape, degrees: number): number[] {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [middleY, middleX] = [(height - 1) / 2, (width - 1) / 2];
  const at = (y: number, x: number) =>
    y >= 0 && y < height && x >= 0 && x < width ? image[y * width + x]! : 0;
  return image.map((_, place) => {
    const [dy, dx] = [Math.floor(place / width) - middleY, (place % width) - middleX];
    const [y, x] = [middleY + cosine * dy + sine * dx, middleX + cosine * dx - sine * dy];
    const [top, left] = [Math.floor(y), Math.floor(x)];
    const [down, along] = [y - top, x - left];
    const upper = (1 - along) * at(top, left) + along * at(top, left + 1);
    const lower = (1 - along) * at(top + 1, left) + along * at(top + 1, left + 1);
    return (1 - down) * upper + down * lower;
  });
}

/** Ink for paper and paper for ink. */
export function inverted(image: readonly number[], { brightest }: ImageShape): number[] {
  return image.map((value) => brightest - value);
}

/** Pixels that say nothing: uniform between paper and ink, by the seed. */
export function noiseImage({ height, width, brightest }: ImageShape, seed: number): number[] {
  const random = createRandom(seed, streams.evaluation);
  return Array.from({ length: height * width }, () => brightest * random());
}

/** Letters as strokes in a square of side 1, from the upper left: [x, y] corner by corner. */
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

/** A letter as a person might write it on the pad. */
export function letterImage(letter: Letter, shape: ImageShape): number[] {
  const [columns, rows] = [CELLS * shape.width, CELLS * shape.height];
  const cells = new Uint8Array(columns * rows);
  for (const stroke of letters[letter])
    stroke.slice(1).forEach(([toX, toY], i) => {
      const [fromX, fromY] = stroke[i]!;
      const way = strokeCells(
        [columns * fromX, rows * fromY],
        [columns * toX, rows * toY],
        PEN,
        columns,
        rows,
      );
      for (const cell of way) cells[cell] = 1;
    });
  return imageOfPad(cells, shape);
}

/** The cells within `radius` of the way from one place of the pad to another. Places: [column, row] in cells. */
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
