import { mean } from '../../math/moments.ts';
import type { Interval, Point } from '../../model/datasets/index.ts';
import type { CurvePredictive } from '../pictures/snapshot.ts';

/** The widest interval between neighbouring inputs of the data; null for fewer than two distinct inputs. */
export function widestGap(points: readonly Point[]): Interval | null {
  const inputs = points.map(({ x }) => x[0] as number).sort((a, b) => a - b);
  let widest: Interval | null = null;
  for (let i = 1; i < inputs.length; i++) {
    const gap: Interval = [inputs[i - 1] as number, inputs[i] as number];
    if (gap[1] - gap[0] > (widest ? widest[1] - widest[0] : 0)) widest = gap;
  }
  return widest;
}

/** Mean epistemic standard deviation at the plotted inputs strictly inside a gap; null if there are none. */
function meanSigma({ x, epistemicSigma }: CurvePredictive, [low, high]: Interval): number | null {
  const inside = [...x.keys()].filter((i) => (x[i] as number) > low && (x[i] as number) < high);
  const sigma = mean(inside.map((i) => epistemicSigma[i] as number));
  return Number.isFinite(sigma) ? sigma : null;
}

/** Mean epistemic standard deviations of a fit and of an overlay in the widest gap of the data. */
export interface GapComparison {
  readonly gap: Interval;
  readonly fit: number;
  readonly overlay: number;
}

/** Compares two predictives in the widest gap; null where either has no finite value there. */
export function compareInGap(
  fit: CurvePredictive,
  overlay: CurvePredictive,
  points: readonly Point[],
): GapComparison | null {
  const gap = widestGap(points);
  if (!gap) return null;
  const [fitSigma, overlaySigma] = [meanSigma(fit, gap), meanSigma(overlay, gap)];
  return fitSigma === null || overlaySigma === null ? null : { gap, fit: fitSigma, overlay: overlaySigma };
}
