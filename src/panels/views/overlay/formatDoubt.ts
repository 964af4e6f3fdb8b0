import { formatNumber } from '../../../plots/frame/format.ts';

/** Below this a standard deviation or an entropy (nats) is rounding error of 0. */
const ROUNDING = 1e-9;

/** A measure of epistemic uncertainty; 0 where it is 0 up to rounding. */
export function formatDoubt(value: number): string {
  return formatNumber(Math.abs(value) < ROUNDING ? 0 : value);
}
