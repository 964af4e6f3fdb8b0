import type { PlanePredictive } from '../../experiment/pictures/snapshot.ts';
import type { Frame } from '../frame/frame.ts';
import type { Theme } from '../frame/theme.ts';
import type { PlotScales } from '../predictive/predictivePlot.ts';
import type { Phase } from '../predictive/predictiveText.ts';
import { decisionBoundaries, mapPixels, type PlaneMap } from './planeMap.ts';

/** What the canvas of the plane shows. */
export interface PlanePicture {
  readonly predictive: PlanePredictive;
  readonly map: PlaneMap;
  readonly phase: Phase;
  readonly showDraws: boolean;
}

/** Paints the map, interpolated between grid places, and the boundaries of draws, clipped to the frame. */
export function paintPlane(
  context: CanvasRenderingContext2D,
  { predictive, map, phase, showDraws }: PlanePicture,
  frame: Frame,
  scales: PlotScales,
  theme: Theme,
): void {
  const { x, y } = predictive;
  const grid = document.createElement('canvas');
  grid.width = x.length;
  grid.height = y.length;
  grid
    .getContext('2d')
    ?.putImageData(new ImageData(mapPixels(predictive, map, theme), x.length, y.length), 0, 0);
  context.beginPath();
  context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  context.clip();
  // A grid pixel is as wide as the distance between places and centred on its place.
  const [left, right] = [scales.x(x[0]!), scales.x(x.at(-1)!)];
  const [low, high] = [scales.y(y[0]!), scales.y(y.at(-1)!)];
  const [wide, tall] = [(right - left) / (x.length - 1), (low - high) / (y.length - 1)];
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(grid, left - wide / 2, high - tall / 2, x.length * wide, y.length * tall);
  if (!showDraws) return;
  context.strokeStyle = phase === 'prior' ? theme.prior : theme.posterior;
  context.lineWidth = 1.25 * theme.stroke;
  context.lineJoin = 'round';
  context.globalAlpha = 0.6;
  for (const boundaries of decisionBoundaries(predictive))
    for (const line of boundaries) {
      context.beginPath();
      for (const [column, row] of line) context.lineTo(left + column * wide, low - row * tall);
      context.stroke();
    }
  context.globalAlpha = 1;
}
