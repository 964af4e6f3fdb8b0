import type { GapComparison } from '../../../experiment/scores/gapComparison.ts';
import { t } from '../../../i18n/index.ts';
import type { Method } from '../../../model/methods/index.ts';
import { formatNumber } from '../../../plots/frame/format.ts';
import type { OverlayLabel } from '../../../plots/predictive/PredictiveLegend.tsx';

/** A standard deviation over draws; exactly 0 where all draws are one setting of the weights. */
function spreadText(sigma: number): string {
  return sigma === 0 ? t('0 (by construction: one setting of the weights)') : formatNumber(sigma);
}

/**
 * The comparison in one sentence. Null if the overlay is the posterior and the fit does not underestimate its standard
 * deviation.
 */
export function gapText(
  { gap, fit, overlay }: GapComparison,
  { subject, overconfidenceReason }: NonNullable<Method['comparison']>,
  overlaid: Pick<OverlayLabel, 'name' | 'isPosterior'>,
): string | null {
  const [low, high] = gap.map(formatNumber) as [string, string];
  const values = { low, high, overlaid: overlaid.name, name: t(subject), overlay: spreadText(overlay) };
  if (!overlaid.isPosterior)
    return t(
      'Between x = {low} and {high}, the widest gap of the data, {overlaid} is unsure by ± {overlay} and {name} by ± {fit}.',
      { ...values, fit: spreadText(fit) },
    );
  const times = Number((overlay / fit).toPrecision(2));
  if (!(times > 1)) return null;
  const why = { ...values, because: t(overconfidenceReason) };
  // A ratio below 1e-6 is rounding error.
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
