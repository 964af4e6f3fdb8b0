import { contours, rgb } from 'd3';
import { mostProbableClass } from '../../experiment/pictures/mostProbableClass.ts';
import type { PlanePredictive } from '../../experiment/pictures/snapshot.ts';
import type { Theme } from '../frame/theme.ts';
import { classColor } from './classMarks.ts';

/** Quantities that a map of the plane can show. */
export const planeMaps = {
  probability: {
    label: 'Class',
    term: 'predictive',
    title: 'the most probable class; the paler, the less sure',
  },
  totalEntropy: {
    label: 'Entropy',
    term: 'entropy',
    title: 'all doubt about the class: aleatoric and epistemic together',
  },
  aleatoricEntropy: {
    label: 'Aleatoric',
    term: 'aleatoric',
    title: 'doubt that more data would leave: the classes overlap',
  },
  mutualInformation: {
    label: 'Epistemic',
    term: 'epistemic',
    title: 'doubt that data there would end: mutual information of y and w',
  },
} as const;

export type PlaneMap = keyof typeof planeMaps;

/** Opacity at the maximum of a map. */
const MAX_OPACITY = 0.72;

/** Largest possible entropy of `classes` classes, in nats. */
export function maxEntropy(classes: number): number {
  return Math.log(classes);
}

/** RGBA pixels of the grid in the layout of ImageData, top row first. */
export function mapPixels(
  predictive: PlanePredictive,
  map: PlaneMap,
  theme: Theme,
): Uint8ClampedArray<ArrayBuffer> {
  const [columns, rows] = [predictive.x.length, predictive.y.length];
  const pixels = new Uint8ClampedArray(4 * columns * rows);
  const classColors = Array.from({ length: predictive.classes }, (_, y) => rgb(classColor(theme, y)));
  const entropyColor = rgb(
    {
      probability: theme.ink,
      totalEntropy: theme.exact,
      aleatoricEntropy: theme.aleatoric,
      mutualInformation: theme.epistemic,
    }[map],
  );
  const even = 1 / predictive.classes;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const place = row * columns + column;
      const at = 4 * ((rows - 1 - row) * columns + column);
      let color = entropyColor;
      let strength: number;
      if (map === 'probability') {
        const { y, probability } = mostProbableClass(predictive, place);
        color = classColors[y]!;
        strength = (probability - even) / (1 - even);
      } else strength = predictive[map][place]! / maxEntropy(predictive.classes);
      pixels[at] = color.r;
      pixels[at + 1] = color.g;
      pixels[at + 2] = color.b;
      pixels[at + 3] = 255 * MAX_OPACITY * Math.min(Math.max(strength, 0), 1);
    }
  return pixels;
}

/** A polyline through the grid in fractional columns and rows. */
export type GridLine = readonly (readonly [column: number, row: number])[];

/**
 * Decision boundaries of every shown draw: contours where a class stops being the most probable. Two classes share
 * one.
 */
export function decisionBoundaries({
  x,
  y,
  classes,
  leads,
  drawCount,
}: PlanePredictive): readonly (readonly GridLine[])[] {
  const places = x.length * y.length;
  const trace = contours().size([x.length, y.length]);
  return Array.from({ length: drawCount }, (_, draw) =>
    Array.from({ length: classes === 2 ? 1 : classes }, (_, c) => {
      const at = (draw * classes + c) * places;
      const field = leads.subarray(at, at + places);
      return trace
        .contour(field as unknown as number[], 0)
        .coordinates.flatMap((polygon) =>
          polygon.flatMap((ring) => openLines(ring as [number, number][], x.length, y.length)),
        );
    }).flat(),
  );
}

/** Splits a contour ring at the edge of the grid; d3 puts the centre of place 0 at 0.5. */
function openLines(ring: readonly (readonly [number, number])[], columns: number, rows: number): GridLine[] {
  const onEdge = ([column, row]: readonly [number, number]) =>
    column < 0.5 || row < 0.5 || column > columns - 0.5 || row > rows - 0.5;
  const lines: (readonly [number, number])[][] = [];
  let line: (readonly [number, number])[] = [];
  for (const corner of ring) {
    if (onEdge(corner)) {
      if (line.length > 1) lines.push(line);
      line = [];
    } else line.push([corner[0] - 0.5, corner[1] - 0.5]);
  }
  if (line.length > 1) lines.push(line);
  return lines;
}

/** The grid place nearest to (x, y) in the data's units. */
export function nearestPlace(
  { x, y }: PlanePredictive,
  at: { readonly x: number; readonly y: number },
): number {
  const index = (axis: Float64Array, value: number) => {
    const [low, high] = [axis[0]!, axis.at(-1)!];
    const share = Math.min(Math.max((value - low) / (high - low), 0), 1);
    return Math.round(share * (axis.length - 1));
  };
  return index(y, at.y) * x.length + index(x, at.x);
}
