import type { LinearMap } from '../../experiment/pictures/linearMaps.ts';
import type { Frame } from '../frame/frame.ts';

/** Units per column and edges above which matrices are drawn instead. */
const MAX_UNITS = 80;
const MAX_EDGES = 3000;

/** Whether the maps form a chain that is small enough to draw as a graph. */
export function isGraph(maps: readonly LinearMap[]): boolean {
  const edges = maps.reduce((sum, { fanIn, fanOut }) => sum + fanIn * fanOut, 0);
  return (
    maps.length > 0 &&
    edges <= MAX_EDGES &&
    maps.every(({ fanIn, fanOut }, i) => {
      const before = maps[i - 1];
      return (!before || before.fanOut === fanIn) && Math.max(fanIn, fanOut) <= MAX_UNITS;
    })
  );
}

/** Box of a unit, centred at (x, y). */
export interface UnitBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Parameter index of its bias; null for inputs. */
  readonly bias: number | null;
}

/** One weight of a kernel, from the right side of one unit to the left side of the next. */
export interface Edge {
  readonly index: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A network as columns of units and the edges between them. */
export interface GraphLayout {
  readonly columns: readonly (readonly UnitBox[])[];
  readonly edges: readonly Edge[];
  /** x positions between columns, where maps are labelled. */
  readonly gaps: readonly number[];
}

const MAX_UNIT_WIDTH = 60;
const MAX_UNIT_HEIGHT = 26;

/** Columns of units from left to right. square: whether unit boxes are square, as for networks over a plane. */
export function graphLayout(maps: readonly LinearMap[], frame: Frame, square: boolean): GraphLayout {
  const sizes = [maps[0]!.fanIn, ...maps.map(({ fanOut }) => fanOut)];
  const room = frame.bottom - frame.top;
  const inset = MAX_UNIT_HEIGHT / 2 + 2;
  const distance = (frame.right - frame.left - 2 * inset) / maps.length;
  const columns = sizes.map((size, column) => {
    const spacing = Math.min(room / size, 1.5 * MAX_UNIT_HEIGHT);
    const height = Math.max(1, Math.min(MAX_UNIT_HEIGHT, spacing - (spacing > 8 ? 3 : 1)));
    const ends = column === 0 || column === sizes.length - 1;
    const width = ends || square ? Math.min(MAX_UNIT_HEIGHT, Math.max(height, 4)) : MAX_UNIT_WIDTH;
    const top = (frame.top + frame.bottom - size * spacing) / 2;
    const map = maps[column - 1];
    return Array.from(
      { length: size },
      (_, unit): UnitBox => ({
        x: frame.left + inset + distance * column,
        y: top + spacing * (unit + 0.5),
        width: Math.min(width, 0.5 * distance),
        height,
        bias: map ? map.bias + unit : null,
      }),
    );
  });
  const edges = maps.flatMap(({ fanOut, kernel }, i) =>
    columns[i]!.flatMap((from, row) =>
      columns[i + 1]!.map(
        (to, unit): Edge => ({
          index: kernel + row * fanOut + unit,
          x1: from.x + from.width / 2,
          y1: from.y,
          x2: to.x - to.width / 2,
          y2: to.y,
        }),
      ),
    ),
  );
  return { columns, edges, gaps: maps.map((_, i) => frame.left + inset + distance * (i + 0.5)) };
}

/**
 * The weight nearest to a position: the bias of the unit under it, else the nearest edge within reach; null if there
 * is none.
 */
export function nearestWeight({ columns, edges }: GraphLayout, x: number, y: number): number | null {
  for (const box of columns.flat())
    if (Math.abs(x - box.x) <= box.width / 2 && Math.abs(y - box.y) <= box.height / 2) return box.bias;
  let nearest: number | null = null;
  let least = 14;
  for (const edge of edges) {
    const distance = distanceTo(edge, x, y);
    if (distance < least) [nearest, least] = [edge.index, distance];
  }
  return nearest;
}

function distanceTo({ x1, y1, x2, y2 }: Edge, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}

/**
 * A linear map as a matrix of cells with the bias as last row; transposed if that puts the longer side horizontally.
 */
export interface MatrixBox {
  readonly map: LinearMap;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Whether it is transposed: rows of the kernel run horizontally. */
  readonly isTransposed: boolean;
}

/** Minimum height of a matrix, and the height of its name, in multiples of the font size. */
const MIN_MATRIX_HEIGHT = 2.2;
export const MATRIX_NAME_HEIGHT = 1.5;

/** Height that shows so many matrices, in multiples of the font size. */
export function minMatricesHeight(count: number): number {
  return count * (MATRIX_NAME_HEIGHT + MIN_MATRIX_HEIGHT) + 0.3;
}

/**
 * Matrices stacked vertically, each below a line for its name; above a minimum, heights are proportional to the square
 * roots of sizes.
 */
export function matrixLayout(maps: readonly LinearMap[], frame: Frame, line: number): readonly MatrixBox[] {
  const room = Math.max(1, frame.bottom - frame.top - maps.length * line);
  const shares = maps.map(({ fanIn, fanOut }) => Math.sqrt(Math.min(fanIn + 1, fanOut)));
  const sum = shares.reduce((total, share) => total + share, 0);
  const least = Math.min(room / maps.length, (MIN_MATRIX_HEIGHT / MATRIX_NAME_HEIGHT) * line);
  let top = frame.top;
  return maps.map((map, i) => {
    const height = least + ((room - maps.length * least) * shares[i]!) / sum;
    const box = {
      map,
      left: frame.left,
      top: top + line,
      width: frame.right - frame.left,
      height: Math.max(1, height - 4),
      isTransposed: map.fanIn + 1 > map.fanOut,
    };
    top += line + height;
    return box;
  });
}

/** Rows and columns as drawn. */
export function matrixShape({ map: { fanIn, fanOut }, isTransposed }: MatrixBox): {
  readonly rows: number;
  readonly columns: number;
} {
  return isTransposed ? { rows: fanOut, columns: fanIn + 1 } : { rows: fanIn + 1, columns: fanOut };
}

/** Parameter index of a cell; works for the bias too, because it follows its kernel in the parameter vector. */
export function cellWeight({ map, isTransposed }: MatrixBox, row: number, column: number): number {
  return isTransposed ? map.kernel + column * map.fanOut + row : map.kernel + row * map.fanOut + column;
}

/** Parameter index of the cell at a position; null outside all matrices. */
export function weightInMatrices(boxes: readonly MatrixBox[], x: number, y: number): number | null {
  for (const box of boxes) {
    const { rows, columns } = matrixShape(box);
    const row = Math.floor(((y - box.top) / box.height) * rows);
    const column = Math.floor(((x - box.left) / box.width) * columns);
    if (row >= 0 && row < rows && column >= 0 && column < columns) return cellWeight(box, row, column);
  }
  return null;
}
