import type { CurvePredictive } from '../../experiment/pictures/snapshot.ts';
import { type BandWidths, bandWidths, widthIn } from '../../experiment/scores/bandWidths.ts';
import { t } from '../../i18n/index.ts';
import type { Interval, Point } from '../../model/datasets/index.ts';
import { formatNumber } from '../../plots/frame/format.ts';

/** What a suggestion changed, as far as its sentence needs it. */
export type Opened =
  | { readonly door: 'gap'; readonly gap: Interval }
  /** before: the widths of the epistemic band with the narrower prior; null: that network was not trained. */
  | { readonly door: 'prior'; readonly before: BandWidths | null }
  | { readonly door: 'points' };

/** Smallest ratio of two widths that is called visibly wider. */
const MIN_RATIO = 1.5;
/** Points from which a line can be seen in them. */
const MIN_POINTS = 5;

const times = (ratio: number): string => formatNumber(Number(ratio.toPrecision(2)));

/**
 * What to look at after a suggestion was followed, in one sentence. fit: the prediction of the network as trained since;
 * null: it is not trained yet. Every number in it is that of the picture.
 */
export function lookText(opened: Opened, fit: CurvePredictive | null, points: readonly Point[]): string {
  const widths = fit && points.length > 0 ? bandWidths(fit, points) : null;
  if (opened.door === 'gap') {
    const low = formatNumber(opened.gap[0]);
    const ratio = fit && widths ? widthIn(fit, opened.gap) / widths.atData : 0;
    return ratio >= MIN_RATIO
      ? t(
          'Look: the violet band opened where the points went; it is {times} times as wide there as at the points.',
          {
            times: times(ratio),
          },
        )
      : t('The points right of x = {low} are gone. Watch the violet band there.', { low });
  }
  if (opened.door === 'prior') {
    const { before } = opened;
    const ratio = widths && before ? widths.beyond / before.beyond : 0;
    return ratio >= MIN_RATIO
      ? t('Look: away from the data the violet band is {times} times as wide as before.', {
          times: times(ratio),
        })
      : t('The prior now allows larger weights. Watch the violet band away from the data.');
  }
  const ratio = widths && points.length >= MIN_POINTS ? widths.beyond / widths.atData : 0;
  return ratio >= MIN_RATIO
    ? t('Look: away from your points the violet band is {times} times as wide as at them.', {
        times: times(ratio),
      })
    : t('Click along any line. Five points are enough to see the band close on them.');
}
