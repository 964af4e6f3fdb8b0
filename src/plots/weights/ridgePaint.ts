import { line, scaleLinear } from 'd3';
import type { WeightSummary } from '../../experiment/pictures/snapshot.ts';
import type { Frame } from '../frame/frame.ts';
import type { Domain } from '../frame/stableRange.ts';
import type { Theme } from '../frame/theme.ts';
import type { PriorCurve } from './priorCurve.ts';
import {
  averageCurve,
  curvesPerRow,
  drawnWeights,
  gaussianCurve,
  priorRidge,
  type Ridge,
} from './ridgelines.ts';

/** Sample points across the axis: of priors, which may have a spike, and of averages, which are smooth. */
const priorPlaces = 321;
const averagePlaces = 121;

function stroke(
  context: CanvasRenderingContext2D,
  points: readonly [number, number][],
  x: (w: number) => number,
  ridge: Ridge,
) {
  context.beginPath();
  line<[number, number]>(
    ([w]) => x(w),
    ([, height]) => ridge.baseline - height * ridge.height,
  ).context(context)(points as [number, number][]);
  context.stroke();
}

/**
 * Strokes `ridgeCurve` without an intermediate array, because a frame may have a thousand curves. mu, sigma: pixels.
 */
function strokeGaussian(
  context: CanvasRenderingContext2D,
  mu: number,
  sigma: number,
  { baseline, height }: Ridge,
): void {
  context.beginPath();
  for (const [z, share] of gaussianCurve) context.lineTo(mu + z * sigma, baseline - share * height);
  context.stroke();
}

/**
 * Paints every row: the prior dashed, one thin curve per weight above it, and the average of blocks too large to draw
 * in full.
 */
export function paintRidges(
  context: CanvasRenderingContext2D,
  ridges: readonly Ridge[],
  weights: WeightSummary,
  priorOf: (scale: number) => PriorCurve,
  frame: Frame,
  domain: Domain,
  theme: Theme,
): void {
  context.beginPath();
  context.rect(frame.left, 0, frame.right - frame.left, frame.height);
  context.clip();
  const x = scaleLinear(domain, [frame.left, frame.right]);
  const pixelsPerUnit = x(1) - x(0);
  const most = curvesPerRow(ridges.length);
  for (const ridge of ridges) {
    context.strokeStyle = theme.prior;
    context.lineWidth = 1.75 * theme.stroke;
    context.setLineDash([5 * theme.stroke, 3 * theme.stroke]);
    const prior = priorOf(weights.priorScale[ridge.block.offset] ?? 1);
    stroke(context, priorRidge(prior, domain, priorPlaces), x, ridge);
    context.setLineDash([]);
    context.strokeStyle = theme.posterior;
    context.lineWidth = theme.stroke;
    const drawn = drawnWeights(weights, ridge.block, most);
    context.globalAlpha = Math.min(0.9, Math.max(0.16, 8 / Math.max(1, drawn.length)));
    for (const index of drawn)
      strokeGaussian(
        context,
        x(weights.mu[index] as number),
        (weights.sigma[index] as number) * pixelsPerUnit,
        ridge,
      );
    context.globalAlpha = 1;
    if (ridge.block.count <= most) continue;
    context.lineWidth = 2.5 * theme.stroke;
    const average = averageCurve(weights, ridge.block, domain, averagePlaces);
    const step = (domain[1] - domain[0]) / (averagePlaces - 1);
    stroke(
      context,
      Array.from(average, (height, i): [number, number] => [domain[0] + i * step, height]),
      x,
      ridge,
    );
  }
}
