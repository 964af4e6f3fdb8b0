import type { PruningCurve } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { formatPercent } from '../frame/format.ts';

/** The accuracy at a fraction from 0 to 1, linearly between those that were measured. */
export function accuracyAt({ fractions, accuracy }: PruningCurve, fraction: number): number {
  const above = fractions.findIndex((measured) => measured >= fraction);
  if (above <= 0) return accuracy[above === 0 ? 0 : accuracy.length - 1]!;
  const [low, high] = [fractions[above - 1]!, fractions[above]!];
  const share = (fraction - low) / (high - low);
  return accuracy[above - 1]! * (1 - share) + accuracy[above]! * share;
}

/** The largest measured fraction that costs at most a point of accuracy, with all smaller ones; 0 at least. */
export function cheapFraction({ fractions, accuracy }: PruningCurve): number {
  const first = accuracy.findIndex((value) => value < accuracy[0]! - 0.01 - 1e-9);
  return first < 0 ? fractions.at(-1)! : fractions[first - 1]!;
}

/** The curve in words. */
export function pruningSummary(curve: PruningCurve | null): string {
  if (!curve) return t('Accuracy against pruned weights: known after the first step.');
  const { accuracy } = curve;
  return t(
    'Accuracy against pruned weights: {accuracy} with all of them; {share} can go for at most one point.',
    { accuracy: formatPercent(accuracy[0]!), share: formatPercent(cheapFraction(curve)) },
  );
}
