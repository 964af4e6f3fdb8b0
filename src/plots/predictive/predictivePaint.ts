import { area, line, range } from 'd3';
import type { MethodColor } from '../../model/methods/index.ts';
import type { Frame } from '../frame/frame.ts';
import type { Theme } from '../frame/theme.ts';
import type { PredictiveGeometry, trueMeanGeometry } from './predictivePlot.ts';
import type { Phase } from './predictiveText.ts';

/** Opacities and dashes shared by the bands and their legend; lengths in pixels before the theme's stroke factor. */
export const bandStyles = {
  epistemic: { fill: 0.34, dash: [] },
  aleatoric: { fill: 0.22, dash: [5, 3] },
} as const;

/** Style of the guessed band; must match CurveTools.module.css. */
export const guessStyle = { fill: 0.08, dash: [6, 4] } as const;

/** Style of the epistemic band of an overlay. */
export const overlayStyle = { fill: 0.2, dash: [] } as const;

/** Opacity of the run before a change, as a factor of that of the bands. */
const GHOST_STRENGTH = 0.7;

/** Width of the function behind the data, the only solid thin dark line, in pixels before the theme's stroke factor. */
export const TRUE_MEAN_WIDTH = 1.25;

/** Dashes of the followed draw. */
export const lineDashes = {
  followed: [9, 3, 2, 3],
} as const;

interface BandColors {
  readonly epistemic: string;
  readonly aleatoric: string;
}

/** Colours of the bands; the prior, and a method that is compared with others, use one colour for both. */
export function bandColors(theme: Theme, phase: Phase, color: MethodColor | null = null): BandColors {
  const one = phase === 'prior' ? theme.prior : color && theme[color];
  return one === null ? theme : { epistemic: one, aleatoric: one };
}

/** Strokes a polyline in pixels; NaN is a gap. */
export function strokeLine(context: CanvasRenderingContext2D, x: Float64Array, y: Float64Array): void {
  context.beginPath();
  line<number>()
    .defined((i) => !Number.isNaN((x[i] as number) + (y[i] as number)))
    .x((i) => x[i] as number)
    .y((i) => y[i] as number)
    .context(context)(range(x.length));
  context.stroke();
}

/** Fills the area between two polylines over the same x; NaN is a gap. */
export function fillBetween(
  context: CanvasRenderingContext2D,
  x: Float64Array,
  upper: Float64Array,
  lower: Float64Array,
) {
  context.beginPath();
  area<number>()
    .defined((i) => !Number.isNaN((x[i] as number) + (upper[i] as number) + (lower[i] as number)))
    .x((i) => x[i] as number)
    .y0((i) => lower[i] as number)
    .y1((i) => upper[i] as number)
    .context(context)(range(x.length));
  context.fill();
}

/** What the canvas of the predictive plot shows. */
export interface PredictivePicture {
  readonly geometry: PredictiveGeometry | null;
  readonly trueLine: ReturnType<typeof trueMeanGeometry> | null;
  /** Overlay of which the mean and the epistemic band are drawn, and its colour. */
  readonly overlayBand: PredictiveGeometry | null;
  readonly overlayColor: MethodColor;
  /** Colour of the bands and the mean after training; null: the usual colours. */
  readonly color: MethodColor | null;
  /** The run before a change: its bands and mean are painted first, in grey. */
  readonly ghostBand: PredictiveGeometry | null;
  readonly phase: Phase;
  readonly showDraws: boolean;
}

/** Paints bands, draws, overlay, true function and mean, clipped to the frame. */
export function paintPredictive(
  context: CanvasRenderingContext2D,
  { geometry, trueLine, overlayBand, overlayColor, color, ghostBand, phase, showDraws }: PredictivePicture,
  frame: Frame,
  theme: Theme,
): void {
  context.beginPath();
  context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  context.clip();
  context.lineJoin = 'round';
  if (ghostBand) paintGhost(context, ghostBand, theme);
  if (geometry) {
    paintBands(context, geometry, theme, bandColors(theme, phase, color));
    if (showDraws) paintDraws(context, geometry, theme, phase);
  }
  if (trueLine) {
    context.strokeStyle = theme.data;
    context.lineWidth = TRUE_MEAN_WIDTH * theme.stroke;
    strokeLine(context, trueLine.x, trueLine.y);
  }
  if (overlayBand) paintOverlay(context, overlayBand, theme, theme[overlayColor]);
  if (!geometry) return;
  context.strokeStyle = phase === 'prior' ? theme.prior : color ? theme[color] : theme.posterior;
  context.lineWidth = 2.25 * theme.stroke;
  strokeLine(context, geometry.x, geometry.mean);
  if (!geometry.followed) return;
  context.lineWidth = 5 * theme.stroke;
  context.strokeStyle = theme.surface;
  strokeLine(context, geometry.x, geometry.followed);
  context.lineWidth = 2.25 * theme.stroke;
  context.strokeStyle = theme.ink;
  context.setLineDash(lineDashes.followed.map((length) => length * theme.stroke));
  strokeLine(context, geometry.x, geometry.followed);
  context.setLineDash([]);
}

/** The bands and the mean of the run before a change, in grey. */
function paintGhost(context: CanvasRenderingContext2D, ghost: PredictiveGeometry, theme: Theme): void {
  fillBands(context, ghost, { epistemic: theme.inkMuted, aleatoric: theme.inkMuted }, GHOST_STRENGTH);
  context.strokeStyle = theme.inkMuted;
  context.globalAlpha = 0.6;
  context.lineWidth = theme.stroke;
  strokeLine(context, ghost.x, ghost.innerUpper);
  strokeLine(context, ghost.x, ghost.innerLower);
  context.lineWidth = 1.5 * theme.stroke;
  strokeLine(context, ghost.x, ghost.mean);
  context.globalAlpha = 1;
}

/** The mean of an overlay and its filled epistemic band. */
function paintOverlay(
  context: CanvasRenderingContext2D,
  { x, mean, innerUpper, innerLower }: PredictiveGeometry,
  theme: Theme,
  color: string,
): void {
  context.fillStyle = color;
  context.globalAlpha = overlayStyle.fill;
  fillBetween(context, x, innerUpper, innerLower);
  context.globalAlpha = 1;
  context.strokeStyle = color;
  context.lineWidth = 1.5 * theme.stroke;
  strokeLine(context, x, innerUpper);
  strokeLine(context, x, innerLower);
  context.lineWidth = 2.25 * theme.stroke;
  strokeLine(context, x, mean);
}

/** Fills the inner band and both parts of the outer one. strength: factor of their opacities, 0 to 1. */
export function fillBands(
  context: CanvasRenderingContext2D,
  {
    x,
    upper,
    lower,
    innerUpper,
    innerLower,
  }: Pick<PredictiveGeometry, 'x' | 'upper' | 'lower' | 'innerUpper' | 'innerLower'>,
  colors: BandColors,
  strength = 1,
): void {
  context.fillStyle = colors.aleatoric;
  context.globalAlpha = strength * bandStyles.aleatoric.fill;
  fillBetween(context, x, upper, innerUpper);
  fillBetween(context, x, innerLower, lower);
  context.fillStyle = colors.epistemic;
  context.globalAlpha = strength * bandStyles.epistemic.fill;
  fillBetween(context, x, innerUpper, innerLower);
  context.globalAlpha = 1;
}

function paintBands(
  context: CanvasRenderingContext2D,
  geometry: PredictiveGeometry,
  theme: Theme,
  colors: BandColors,
): void {
  const { x, upper, lower, innerUpper, innerLower } = geometry;
  fillBands(context, geometry, colors);
  context.lineWidth = theme.stroke;
  context.strokeStyle = colors.aleatoric;
  context.setLineDash(bandStyles.aleatoric.dash.map((length) => length * theme.stroke));
  strokeLine(context, x, upper);
  strokeLine(context, x, lower);
  context.strokeStyle = colors.epistemic;
  context.setLineDash(bandStyles.epistemic.dash);
  strokeLine(context, x, innerUpper);
  strokeLine(context, x, innerLower);
}

function paintDraws(
  context: CanvasRenderingContext2D,
  { x, draws }: PredictiveGeometry,
  theme: Theme,
  phase: Phase,
) {
  context.strokeStyle = phase === 'prior' ? theme.prior : theme.posterior;
  context.lineWidth = theme.stroke;
  context.globalAlpha = draws.length > 30 ? 0.18 : 0.3;
  for (const draw of draws) strokeLine(context, x, draw);
  context.globalAlpha = 1;
}
