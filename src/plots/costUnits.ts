import type { CostUnit } from '../experiment/experiment.ts';
import { formatNumber } from './format.ts';

/** What one nat is in each unit. */
const perNat: Readonly<Record<CostUnit, number>> = { nats: 1, bits: 1 / Math.LN2 };

/** Nats in the unit that the page tells costs in. */
export function inUnits(nats: number, units: CostUnit): number {
  return nats * perNat[units];
}

/** '12.3 nats', or '17.7 bits'. */
export function costText(nats: number, units: CostUnit): string {
  return `${formatNumber(inUnits(nats, units))} ${units}`;
}
