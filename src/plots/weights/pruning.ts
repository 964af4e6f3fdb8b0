import type { PruningCurve } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { interpolate } from '../../math/interpolate.ts';
import { formatPercent } from '../frame/format.ts';

/** Accuracy at a pruned fraction, linearly interpolated between measured ones. */
export function accuracyAt({ fractions, accuracy }: PruningCurve, fraction: number): number {
  return interpolate(fractions, accuracy, Math.min(Math.max(fraction, fractions[0]!), fractions.at(-1)!));
}

/** The largest measured fraction up to which accuracy falls by at most one percentage point; 0 if there is none. */
export function prunableFraction({ fractions, accuracy }: PruningCurve): number {
  const first = accuracy.findIndex((value) => value < accuracy[0]! - 0.01 - 1e-9);
  return first < 0 ? fractions.at(-1)! : fractions[first - 1]!;
}

/** Text alternative of the plot. */
export function pruningSummary(curve: PruningCurve | null): string {
  if (!curve) return t('Accuracy against pruned weights: known after the first step.');
  const { accuracy } = curve;
  return t(
    'Accuracy against pruned weights: {accuracy} with all of them; {share} can go for at most one point.',
    { accuracy: formatPercent(accuracy[0]!), share: formatPercent(prunableFraction(curve)) },
  );
}
