import { formatNumber } from '../../../plots/frame/format.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Formats 10^exponent, exponent ≥ 0: written out up to a million, then as 3.2 × 10²⁰. */
export function powerOfTen(exponent: number): string {
  if (exponent < 5.99) return formatNumber(Math.round(10 ** exponent));
  let power = Math.floor(exponent + 1e-9);
  let mantissa = Number((10 ** (exponent - power)).toPrecision(2));
  if (mantissa >= 10) {
    power++;
    mantissa = 1;
  }
  const raised = [...String(power)].map((digit) => superscripts[Number(digit)]).join('');
  return mantissa === 1 ? `10${raised}` : `${formatNumber(mantissa)} × 10${raised}`;
}
