import type { CostUnit } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';

/** Units per nat. */
const perNat: Readonly<Record<CostUnit, number>> = { nats: 1, bits: 1 / Math.LN2 };

/** Costs below this are rounding errors of sums over weights and points. */
const MIN_NATS = 1e-3;

/** Converts nats; absolute values below MIN_NATS become 0. */
export function inUnits(nats: number, units: CostUnit): number {
  return Math.abs(nats) < MIN_NATS ? 0 : nats * perNat[units];
}

/** '12.3 nats', or '17.7 bits'. */
export function costText(nats: number, units: CostUnit): string {
  return withUnit(formatNumber(inUnits(nats, units)), units);
}

/** Appends the unit to a formatted number. */
export function withUnit(value: string, units: CostUnit): string {
  return units === 'nats' ? t('{value} nats', { value }) : t('{value} bits', { value });
}
