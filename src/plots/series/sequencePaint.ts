import type { Frame } from '../frame/frame.ts';
import type { Theme } from '../frame/theme.ts';
import { bandStyles, fillBetween, strokeLine } from '../predictive/predictivePaint.ts';
import type { Phase } from '../predictive/predictiveText.ts';
import type { BandGeometry } from './sequencePlot.ts';

/** What the canvas of a series shows, in pixels. */
export interface SequencePicture {
  /** The true values, of training and held out. */
  readonly known: { readonly x: Float64Array; readonly y: Float64Array };
  readonly heldOut: { readonly x: Float64Array; readonly y: Float64Array };
  readonly oneStep: BandGeometry | null;
  readonly forecast: BandGeometry | null;
  readonly paths: readonly Float64Array[];
  readonly phase: Phase;
  readonly showDraws: boolean;
}

/** Paints one-step predictions, the forecast above them, and the true values, clipped to the frame. */
export function paintSequence(
  context: CanvasRenderingContext2D,
  { known, heldOut, oneStep, forecast, paths, phase, showDraws }: SequencePicture,
  frame: Frame,
  theme: Theme,
): void {
  context.beginPath();
  context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  context.clip();
  context.lineJoin = 'round';
  const [line, inner, outer] =
    phase === 'prior'
      ? [theme.prior, theme.prior, theme.prior]
      : [theme.posterior, theme.epistemic, theme.aleatoric];
  if (oneStep) paintBands(context, oneStep, inner, outer, 0.6);
  if (forecast) {
    paintBands(context, forecast, inner, outer, 1);
    context.strokeStyle = line;
    if (showDraws) {
      context.lineWidth = theme.stroke;
      context.globalAlpha = 0.3;
      for (const path of paths) strokeLine(context, forecast.x, path);
      context.globalAlpha = 1;
    }
    context.lineWidth = 2.25 * theme.stroke;
    strokeLine(context, forecast.x, forecast.centre);
  }
  context.strokeStyle = theme.data;
  context.lineWidth = 1.5 * theme.stroke;
  strokeLine(context, known.x, known.y);
  context.setLineDash([2 * theme.stroke, 2 * theme.stroke]);
  strokeLine(context, heldOut.x, heldOut.y);
  context.setLineDash([]);
}

function paintBands(
  context: CanvasRenderingContext2D,
  { x, upper, lower, innerUpper, innerLower }: BandGeometry,
  inner: string,
  outer: string,
  strength: number,
): void {
  context.fillStyle = outer;
  context.globalAlpha = strength * bandStyles.aleatoric.fill;
  fillBetween(context, x, upper, innerUpper);
  fillBetween(context, x, innerLower, lower);
  context.fillStyle = inner;
  context.globalAlpha = strength * bandStyles.epistemic.fill;
  fillBetween(context, x, innerUpper, innerLower);
  context.globalAlpha = 1;
}
