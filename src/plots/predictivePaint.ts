import { area, line, range } from 'd3';
import type { Frame } from './frame.ts';
import type { PredictiveGeometry, truthGeometry } from './predictivePlot.ts';
import type { Stage } from './predictiveText.ts';
import type { Theme } from './useTheme.ts';

/** Opacities and dashes shared by the bands and their legend; lengths in pixels before the stroke factor. */
export const bandStyles = {
  epistemic: { fill: 0.34, dash: [] },
  aleatoric: { fill: 0.22, dash: [5, 3] },
} as const;

/** Colours of the bands: both orange while they show the prior. */
function bandColours(theme: Theme, stage: Stage): { readonly epistemic: string; readonly aleatoric: string } {
  return stage === 'prior' ? { epistemic: theme.prior, aleatoric: theme.prior } : theme;
}

function strokeLine(context: CanvasRenderingContext2D, x: Float64Array, y: Float64Array): void {
  context.beginPath();
  line<number>()
    .defined((i) => !Number.isNaN((x[i] as number) + (y[i] as number)))
    .x((i) => x[i] as number)
    .y((i) => y[i] as number)
    .context(context)(range(x.length));
  context.stroke();
}

function fillBetween(
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
  readonly truth: ReturnType<typeof truthGeometry> | null;
  readonly stage: Stage;
  readonly showDraws: boolean;
}

/** Paints bands, draws, mean and truth, clipped to the frame. */
export function paintPredictive(
  context: CanvasRenderingContext2D,
  { geometry, truth, stage, showDraws }: PredictivePicture,
  frame: Frame,
  theme: Theme,
): void {
  context.beginPath();
  context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  context.clip();
  context.lineJoin = 'round';
  if (geometry) {
    paintBands(context, geometry, theme, stage);
    if (showDraws) paintDraws(context, geometry, theme, stage);
  }
  if (truth) {
    context.strokeStyle = theme.truth;
    context.lineWidth = 1.5 * theme.stroke;
    context.setLineDash([6 * theme.stroke, 4 * theme.stroke]);
    strokeLine(context, truth.x, truth.y);
    context.setLineDash([]);
  }
  if (!geometry) return;
  context.strokeStyle = stage === 'prior' ? theme.prior : theme.posterior;
  context.lineWidth = 2.25 * theme.stroke;
  strokeLine(context, geometry.x, geometry.mean);
}

function paintBands(
  context: CanvasRenderingContext2D,
  { x, upper, lower, innerUpper, innerLower }: PredictiveGeometry,
  theme: Theme,
  stage: Stage,
): void {
  const colours = bandColours(theme, stage);
  context.fillStyle = colours.aleatoric;
  context.globalAlpha = bandStyles.aleatoric.fill;
  fillBetween(context, x, upper, innerUpper);
  fillBetween(context, x, innerLower, lower);
  context.fillStyle = colours.epistemic;
  context.globalAlpha = bandStyles.epistemic.fill;
  fillBetween(context, x, innerUpper, innerLower);
  context.globalAlpha = 1;
  context.lineWidth = theme.stroke;
  context.strokeStyle = colours.aleatoric;
  context.setLineDash(bandStyles.aleatoric.dash.map((length) => length * theme.stroke));
  strokeLine(context, x, upper);
  strokeLine(context, x, lower);
  context.strokeStyle = colours.epistemic;
  context.setLineDash(bandStyles.epistemic.dash);
  strokeLine(context, x, innerUpper);
  strokeLine(context, x, innerLower);
}

function paintDraws(
  context: CanvasRenderingContext2D,
  { x, draws }: PredictiveGeometry,
  theme: Theme,
  stage: Stage,
) {
  context.strokeStyle = stage === 'prior' ? theme.prior : theme.posterior;
  context.lineWidth = theme.stroke;
  context.globalAlpha = draws.length > 30 ? 0.18 : 0.3;
  for (const draw of draws) strokeLine(context, x, draw);
  context.globalAlpha = 1;
}
