import type { Frame } from '../frame/frame.ts';
import type { Theme } from '../frame/theme.ts';
import { bandColors, fillBands, strokeLine } from '../predictive/predictivePaint.ts';
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
  const colors = bandColors(theme, phase);
  if (oneStep) fillBands(context, oneStep, colors, 0.6);
  if (forecast) {
    fillBands(context, forecast, colors);
    context.strokeStyle = phase === 'prior' ? theme.prior : theme.posterior;
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
