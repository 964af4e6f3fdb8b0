import { formatSignificant } from '../../../i18n/numbers.ts';
import { formatNumber } from '../../../plots/frame/format.ts';

/** Below this a standard deviation or an entropy (nats) is rounding error of 0. */
const ROUNDING = 1e-9;

/** From here to 0.001 a value is written with two digits and without a power of ten. */
const SMALL = 1e-5;

/** A measure of epistemic uncertainty: 0 where it is 0 up to rounding, 0.0004 instead of 4 × 10⁻⁴. */
export function formatDoubt(value: number): string {
  const size = Math.abs(value);
  if (size < ROUNDING) return formatNumber(0);
  return size >= SMALL && size < 1e-3 ? formatSignificant(value, 2) : formatNumber(value);
}
