import type { NeuronActivations, OneDraw, WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { linspace } from '../../math/linspace.ts';
import type { Theme } from '../frame/theme.ts';
import { fillBetween, strokeLine } from '../predictive/predictivePaint.ts';
import { type WeightLook, weightLook } from '../weights/weightLook.ts';
import { cellWeight, type GraphLayout, type MatrixBox, matrixShape, type UnitBox } from './networkLayout.ts';

/** Input of all painters of a network. deviationOf: prior standard deviation of a weight by index. */
export interface NetworkPicture {
  readonly weights: WeightSummary;
  readonly deviationOf: (index: number) => number;
  readonly draw: Pick<OneDraw, 'weights'> | null;
  readonly neurons: NeuronActivations | null;
}

/** Dash pattern of negative weights in pixels, before the theme's stroke factor. */
export const negativeDash = [5, 3] as const;

function lookAt({ weights, deviationOf, draw }: NetworkPicture, index: number): WeightLook {
  const [mu, sigma] = [weights.mu[index] as number, weights.sigma[index] as number];
  return weightLook(mu, sigma, deviationOf(index), draw?.weights[index]);
}

const signColor = (theme: Theme, sign: number): string => (sign < 0 ? theme.negative : theme.posterior);

/** Paints the spread of edges first, pale, then their means. A single draw has no spread and is painted dark. */
export function paintGraph(
  context: CanvasRenderingContext2D,
  picture: NetworkPicture,
  { columns, edges }: GraphLayout,
  theme: Theme,
): void {
  const looks = edges.map(({ index }) => lookAt(picture, index));
  const spacing = Math.min(...columns.map((column) => (column[1] ? column[1].y - column[0]!.y : 20)));
  const widest = Math.min(11, Math.max(2, 1.2 * spacing)) * theme.stroke;
  context.lineCap = 'butt';
  edges.forEach((edge, i) => {
    const { spread, sign } = looks[i] as WeightLook;
    context.globalAlpha = 0.1;
    strokeEdge(context, edge, widest * spread, signColor(theme, sign));
  });
  edges.forEach((edge, i) => {
    const { strength, certainty, sign } = looks[i] as WeightLook;
    context.globalAlpha = picture.draw ? 0.85 : 0.08 + 0.87 * certainty;
    context.setLineDash(sign < 0 ? negativeDash.map((length) => length * theme.stroke) : []);
    strokeEdge(context, edge, (0.5 + 3.5 * strength) * theme.stroke, signColor(theme, sign));
  });
  context.setLineDash([]);
  context.globalAlpha = 1;
  columns.forEach((column, i) => {
    const layer = picture.neurons?.layers[i - 1];
    column.forEach((box, unit) => {
      paintBox(context, box, theme);
      if (layer && picture.neurons) paintActivation(context, box, layer, unit, picture.neurons, theme);
      if (box.bias !== null) paintBias(context, box, lookAt(picture, box.bias), theme);
    });
  });
}

function strokeEdge(
  context: CanvasRenderingContext2D,
  { x1, y1, x2, y2 }: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number },
  width: number,
  color: string,
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

function paintBox(context: CanvasRenderingContext2D, { x, y, width, height }: UnitBox, theme: Theme): void {
  context.fillStyle = theme.surface;
  context.fillRect(x - width / 2, y - height / 2, width, height);
  if (height < 5) return;
  context.strokeStyle = theme.inkMuted;
  context.lineWidth = 0.75 * theme.stroke;
  context.strokeRect(x - width / 2, y - height / 2, width, height);
}

/** Paints a bias as a bar at the left side of its unit. */
function paintBias(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: UnitBox,
  { sign, certainty }: WeightLook,
  theme: Theme,
): void {
  context.globalAlpha = 0.15 + 0.8 * certainty;
  context.fillStyle = signColor(theme, sign);
  context.fillRect(x - width / 2, y - height / 2, 3 * theme.stroke, height);
  context.globalAlpha = 1;
}

/**
 * Paints mean ± sd as a curve if the box is large enough; otherwise, and over a plane, as shades of the mean above
 * shades of the sd.
 */
function paintActivation(
  context: CanvasRenderingContext2D,
  box: UnitBox,
  { mean, sigma }: NeuronActivations['layers'][number],
  unit: number,
  { columns, rows }: NeuronActivations,
  theme: Theme,
): void {
  const places = columns * rows;
  const own = mean.subarray(unit * places, (unit + 1) * places);
  const spread = sigma.subarray(unit * places, (unit + 1) * places);
  const most = largest(mean, sigma);
  if (rows > 1) {
    paintShades(context, box, own, columns, most, theme.posterior);
    paintShades(context, box, spread, columns, most, theme.epistemic);
  } else if (box.height < 14) {
    const [upper, lower] = halves(box);
    paintShades(context, upper, own, columns, most, theme.posterior);
    paintShades(context, lower, spread, columns, most, theme.epistemic);
  } else paintCurve(context, box, own, spread, most, theme);
}

/** Largest |h| ± sd of a layer, the common scale of its units. */
function largest(mean: Float64Array, sigma: Float64Array): number {
  return mean.reduce((most, h, i) => Math.max(most, Math.abs(h) + (sigma[i] as number)), 1e-9);
}

function halves(box: UnitBox): readonly [UnitBox, UnitBox] {
  const height = box.height / 2;
  return [
    { ...box, y: box.y - height / 2, height },
    { ...box, y: box.y + height / 2, height },
  ];
}

/** Paints √|values| as shades of one colour, rows from bottom to top; the root makes small values visible. */
function paintShades(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: UnitBox,
  values: Float64Array,
  columns: number,
  most: number,
  color: string,
): void {
  const rows = values.length / columns;
  const [cellWidth, cellHeight] = [width / columns, height / rows];
  context.fillStyle = color;
  values.forEach((value, at) => {
    context.globalAlpha = Math.min(1, Math.sqrt(Math.abs(value) / most));
    const row = Math.floor(at / columns);
    context.fillRect(
      x - width / 2 + (at % columns) * cellWidth,
      y + height / 2 - (row + 1) * cellHeight,
      cellWidth + 0.3,
      cellHeight + 0.3,
    );
  });
  context.globalAlpha = 1;
}

function paintCurve(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: UnitBox,
  mean: Float64Array,
  sigma: Float64Array,
  most: number,
  theme: Theme,
): void {
  const across = linspace(x - width / 2, x + width / 2, mean.length);
  const up = (value: number) => y - (0.46 * height * value) / most;
  context.globalAlpha = 0.4;
  context.fillStyle = theme.epistemic;
  fillBetween(
    context,
    across,
    mean.map((h, i) => up(h + (sigma[i] as number))),
    mean.map((h, i) => up(h - (sigma[i] as number))),
  );
  context.globalAlpha = 1;
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.25 * theme.stroke;
  strokeLine(context, across, mean.map(up));
}

/** Paints matrices of cells: darkness is |mean| in prior deviations, opacity is certainty. */
export function paintMatrices(
  context: CanvasRenderingContext2D,
  picture: NetworkPicture,
  boxes: readonly MatrixBox[],
  theme: Theme,
): void {
  for (const box of boxes) {
    const { rows, columns } = matrixShape(box);
    const [cellWidth, cellHeight] = [box.width / columns, box.height / rows];
    // Cells below a pixel are subsampled to one per pixel.
    const [alongStride, downStride] = [cellWidth, cellHeight].map((cell) =>
      Math.max(1, Math.floor(0.7 / cell)),
    );
    for (let row = 0; row < rows; row += downStride as number)
      for (let column = 0; column < columns; column += alongStride as number) {
        const { sign, strength, certainty } = lookAt(picture, cellWeight(box, row, column));
        context.globalAlpha = Math.min(
          1,
          (0.1 + 2 * strength) * (picture.draw ? 1 : 0.15 + 0.85 * certainty),
        );
        context.fillStyle = signColor(theme, sign);
        context.fillRect(
          box.left + column * cellWidth,
          box.top + row * cellHeight,
          cellWidth * (alongStride as number),
          cellHeight * (downStride as number),
        );
      }
    context.globalAlpha = 1;
    context.strokeStyle = theme.rule;
    context.strokeRect(box.left, box.top, box.width, box.height);
  }
}
