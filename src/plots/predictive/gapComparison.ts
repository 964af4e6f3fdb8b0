import type { CurvePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import type { Point } from '../../model/datasets/dataset.ts';
import type { Method } from '../../model/methods/index.ts';
import { formatNumber } from '../frame/format.ts';
import type { Domain } from '../frame/stableRange.ts';

/** The widest stretch between neighbouring inputs of the data; null where all are the same, or there are none. */
export function widestGap(points: readonly Point[]): Domain | null {
  const inputs = points.map(({ x }) => x[0] as number).sort((a, b) => a - b);
  let widest: Domain | null = null;
  for (let i = 1; i < inputs.length; i++) {
    const gap: Domain = [inputs[i - 1] as number, inputs[i] as number];
    if (gap[1] - gap[0] > (widest ? widest[1] - widest[0] : 0)) widest = gap;
  }
  return widest;
}

/** Mean epistemic standard deviation at the inputs strictly inside a gap; null where there are none. */
function unsureness({ x, epistemicSigma }: CurvePredictive, [low, high]: Domain): number | null {
  const inside = [...x.keys()].filter((i) => (x[i] as number) > low && (x[i] as number) < high);
  const mean = inside.reduce((sum, i) => sum + (epistemicSigma[i] as number), 0) / inside.length;
  return Number.isFinite(mean) ? mean : null;
}

/** Mean epistemic standard deviations of a fit and an overlay in the widest gap of the data. */
export interface GapComparison {
  readonly gap: Domain;
  readonly fit: number;
  readonly overlay: number;
}

/** Compares the epistemic standard deviations of two predictives in the widest gap; null where nothing can be compared. */
export function compareInGap(
  fit: CurvePredictive,
  overlay: CurvePredictive,
  points: readonly Point[],
): GapComparison | null {
  const gap = widestGap(points);
  if (!gap) return null;
  const [fitSigma, overlaySigma] = [unsureness(fit, gap), unsureness(overlay, gap)];
  return fitSigma === null || overlaySigma === null ? null : { gap, fit: fitSigma, overlay: overlaySigma };
}

/** What lies over the run: its name in a sentence, and whether it is the posterior itself. */
export interface Overlaid {
  readonly name: string;
  /** Its name in a legend. */
  readonly short: string;
  readonly isPosterior: boolean;
}

/** The comparison in one sentence; null where the overlay is the posterior and the fit is at least as unsure. */
export function gapSentence(
  { gap, fit, overlay }: GapComparison,
  { subject, overconfidenceReason }: NonNullable<Method['comparison']>,
  overlaid: Overlaid,
): string | null {
  const [low, high] = gap.map(formatNumber) as [string, string];
  const values = { low, high, overlaid: overlaid.name, name: t(subject), overlay: formatNumber(overlay) };
  if (!overlaid.isPosterior)
    return t(
      'Between x = {low} and {high}, the widest gap of the data, {overlaid} is unsure by ± {overlay} and {name} by ± {fit}.',
      { ...values, fit: formatNumber(fit) },
    );
  const times = Number((overlay / fit).toPrecision(2));
  if (!(times > 1)) return null;
  const why = { ...values, because: t(overconfidenceReason) };
  // A millionth is rounding, not doubt.
  return fit < 1e-6 * overlay
    ? t(
        'In the widest gap of the data (x from {low} to {high}) {overlaid} is unsure by ± {overlay} and {name} not at all: {because}.',
        why,
      )
    : t(
        'In the widest gap of the data (x from {low} to {high}) {overlaid} is {times} times as unsure as {name}: {because}.',
        { ...why, times: formatNumber(times) },
      );
}
