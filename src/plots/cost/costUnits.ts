import type { CostUnit } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';

/** What one nat is in each unit. */
const perNat: Readonly<Record<CostUnit, number>> = { nats: 1, bits: 1 / Math.LN2 };

/** Costs are sums over weights and points: a smaller one is their rounding. */
const MIN_NATS = 1e-3;

/** Nats in the unit that the page tells costs in; less than a thousandth is told as 0. */
export function inUnits(nats: number, units: CostUnit): number {
  return Math.abs(nats) < MIN_NATS ? 0 : nats * perNat[units];
}

/** '12.3 nats', or '17.7 bits'. */
export function costText(nats: number, units: CostUnit): string {
  return withUnit(formatNumber(inUnits(nats, units)), units);
}

/** A value, already in words, in its unit. */
export function withUnit(value: string, units: CostUnit): string {
  return units === 'nats' ? t('{value} nats', { value }) : t('{value} bits', { value });
}
