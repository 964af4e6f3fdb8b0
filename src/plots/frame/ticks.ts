import { scaleLinear } from 'd3';
import { localizeMarks } from '../../i18n/numbers.ts';
import { formatNumber } from './format.ts';
import type { Domain } from './stableRange.ts';

/** A tick: value and label. Labels are in units of 10 to the `power` that the axis shares (0 if absent). */
export interface Tick {
  readonly value: number;
  readonly label: string;
  readonly power?: number;
}

/** Upper bound of the width of a label in multiples of its font size, without measuring it. */
export function labelWidth(text: string): number {
  return 0.6 * text.length;
}

function labelsFit(ticks: readonly Tick[], pixels: number, fontSize: number): boolean {
  const needed = ticks.reduce((sum, tick) => sum + (labelWidth(tick.label) + 1) * fontSize, 0);
  return needed <= pixels + fontSize;
}

/**
 * Round values along a horizontal axis, as many as fit without touching labels, at least one. grouped: with thousands
 * separators; false for years.
 */
export function horizontalTicks(domain: Domain, pixels: number, fontSize: number, grouped = true): Tick[] {
  for (let count = 10; count > 1; count--) {
    const ticks = linearTicks(domain, count, grouped);
    if (labelsFit(ticks, pixels, fontSize)) return ticks;
  }
  return linearTicks(domain, 2, grouped).slice(0, 1);
}

/** Round values along a vertical axis, at least 2.4 line heights apart. */
export function verticalTicks(domain: Domain, pixels: number, fontSize: number): Tick[] {
  const most = Math.min(10, Math.max(1, Math.floor(pixels / (2.4 * fontSize))));
  for (let count = most; count > 1; count--) {
    const ticks = linearTicks(domain, count);
    if (ticks.length <= most + 1) return ticks;
  }
  return linearTicks(domain, 1);
}

function linearTicks(domain: Domain, count: number, grouped = true): Tick[] {
  const values = scaleLinear(domain, [0, 1]).ticks(count);
  const power = sharedPower(Math.max(Math.abs(domain[0]), Math.abs(domain[1])));
  const unit = 10 ** power;
  const format = scaleLinear([domain[0] / unit, domain[1] / unit], [0, 1]).tickFormat(count);
  const label = (value: number): string => {
    const text = format(value / unit);
    return localizeMarks(grouped ? text : text.replaceAll(',', ''));
  };
  return values.map((value) => ({ value, label: label(value), ...(power !== 0 && { power }) }));
}

/** The multiple-of-three power of ten that shortens labels of values up to `largest`; 0 if they are short already. */
function sharedPower(largest: number): number {
  if (!(largest > 0) || (largest >= 1e-2 && largest < 1e5)) return 0;
  return 3 * Math.floor(Math.log10(largest) / 3);
}

/**
 * Round values along a logarithmic axis: 1, 2, 5 × 10ᵏ if they fit, else powers of ten, else every second power and
 * so on.
 */
export function logarithmicTicks([low, high]: Domain, pixels: number, fontSize: number): Tick[] {
  const decade = pixels / Math.log10(high / low);
  const steps = 0.3 * decade >= 1.7 * fontSize ? [1, 2, 5] : [1];
  const stride = Math.max(1, Math.ceil((1.7 * fontSize) / decade));
  const ticks: Tick[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    for (const step of steps) {
      const value = Number(`${step}e${power}`);
      const inside = value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
      if (inside && power % stride === 0) ticks.push({ value, label: formatNumber(value) });
    }
  return ticks;
}
