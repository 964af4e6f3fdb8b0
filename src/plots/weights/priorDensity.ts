import { scaleLinear } from 'd3';
import { t } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';
import type { Frame } from '../frame/frame.ts';
import { type Domain, niceCeiling } from '../frame/stableRange.ts';
import type { PriorCurve } from './priorCurve.ts';

/** Symmetric axis of weights: a round number of at least three deviations. */
export function priorDomain({ deviation }: PriorCurve): Domain {
  const half = niceCeiling(3 * deviation);
  return [-half, half];
}

/** p(w) in pixels, one point per pixel including w = 0; cut at the top of the frame. */
export function priorLine(curve: PriorCurve, frame: Frame): [number, number][] {
  const x = scaleLinear(priorDomain(curve), [frame.left, frame.right]);
  const y = scaleLinear([0, 1.06 * curve.top], [frame.bottom, frame.top]);
  const half = Math.max(8, Math.ceil((frame.right - frame.left) / 2));
  return Array.from({ length: 2 * half + 1 }, (_, i): [number, number] => {
    const w = (priorDomain(curve)[1] * (i - half)) / half;
    return [x(w), Math.max(y(curve.density(w)), frame.top)];
  }).filter(([px, py]) => Number.isFinite(px + py));
}

/** Text alternative of the plot. */
export function priorSummary({ label, deviation, peak, top }: PriorCurve): string {
  const density = t('{prior} prior: density over one weight, standard deviation {deviation}.', {
    prior: label,
    deviation: formatNumber(deviation),
  });
  if (peak <= top) return density;
  const spike = t('The spike at zero reaches {peak}, above the plot.', { peak: formatNumber(peak) });
  return `${density} ${spike}`;
}
