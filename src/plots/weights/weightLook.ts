import type { WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { formatPlain } from '../../i18n/numbers.ts';
import { formatNumber } from '../frame/format.ts';
import type { PriorCurve } from './priorCurve.ts';

/** Visual encoding of the q of one weight, relative to its own prior. */
export interface WeightLook {
  /** Sign of the mean, or of the drawn value: −1 or 1. */
  readonly sign: number;
  /** Thickness: |w| divided by three prior deviations, clamped to 0 … 1. */
  readonly strength: number;
  /** Spread: σ divided by the prior's deviation, clamped to 0 … 1. */
  readonly spread: number;
  /** Darkness: 1 − exp(−|μ|/2σ), 0 to 1. */
  readonly certainty: number;
}

/** KL in nats below which q equals the prior for practical purposes. */
const MAX_UNUSED_KL = 0.1;
/** Prior deviations beyond which a mean is called far out. */
const MAX_DEVIATIONS = 3;

/** deviation: of the weight's prior. drawn: a value to encode instead of the mean. */
export function weightLook(mu: number, sigma: number, deviation: number, drawn?: number): WeightLook {
  const value = drawn ?? mu;
  return {
    sign: value < 0 ? -1 : 1,
    strength: Math.min(1, Math.abs(value) / (3 * deviation)),
    spread: Math.min(1, sigma / deviation),
    certainty: sigma > 0 ? 1 - Math.exp(-Math.abs(mu) / (2 * sigma)) : 1,
  };
}

/** Summary of remarkable weights; without a q none is unused. */
export function remarkableWeights(weights: WeightSummary, priorOf: (scale: number) => PriorCurve): string {
  const deviations = new Map<number, number>();
  for (const scale of new Set(weights.priorScale)) deviations.set(scale, priorOf(scale).deviation);
  const far = weights.mu.reduce((count, mu, i) => {
    const deviation = deviations.get(weights.priorScale[i] as number) as number;
    return count + (Math.abs(mu) > MAX_DEVIATIONS * deviation ? 1 : 0);
  }, 0);
  const dead = weights.kl?.reduce((count, kl) => count + (kl < MAX_UNUSED_KL ? 1 : 0), 0);
  const tails = t(
    '{far, plural, =0 {no weight lies} one {# weight lies} other {# weights lie}} beyond {most} prior sd',
    { far, most: MAX_DEVIATIONS },
  );
  const all = weights.mu.length;
  return dead === undefined
    ? t('Of {all, plural, one {# weight} other {# weights}} {tails}.', { all, tails })
    : t(
        '{dead, plural, one {# weight of {all} is} other {# weights of {all} are}} idle (KL below {least} nats); {tails}.',
        { dead, all: formatNumber(all), least: formatPlain(MAX_UNUSED_KL), tails },
      );
}
