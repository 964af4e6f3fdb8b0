import { mean } from '../../math/moments.ts';
import type { Interval, Point } from '../../model/datasets/index.ts';
import type { Calibration, CurvePredictive, PlanePredictive, Predictive } from '../pictures/snapshot.ts';
import { widestGap } from './gapComparison.ts';

/** A gap counts if it is at least this share of the plotted inputs. */
const MIN_GAP = 0.1;

/**
 * Epistemic uncertainty of a prediction as one number. `gap`: mean epistemic standard deviation in the widest gap of the
 * data; `outside`: where the plot has no data on either side; `rows`: over the rows of a table; in the data's units. `plane`
 * and `classes`: mean mutual information of the class and the weights, over the map or over the scored points, in nats.
 */
export type Doubt =
  | { readonly where: 'gap'; readonly gap: Interval; readonly value: number }
  | { readonly where: 'outside' | 'rows' | 'plane' | 'classes'; readonly value: number };

/** Mean mutual information over the map, in nats. */
export function meanMutualInformation({ mutualInformation }: PlanePredictive): number {
  return mean(mutualInformation);
}

/** The epistemic uncertainty of a prediction; null where it has no such number. calibration: scores of the same state. */
export function doubtOf(
  predictive: Predictive,
  points: readonly Point[],
  calibration: Calibration | null,
): Doubt | null {
  const nats = calibration?.metrics.mutualInformation;
  const doubt =
    measuredDoubt(predictive, points) ??
    (nats === undefined ? null : { where: 'classes' as const, value: nats });
  return doubt && Number.isFinite(doubt.value) ? doubt : null;
}

function measuredDoubt(predictive: Predictive, points: readonly Point[]): Doubt | null {
  if (predictive.kind === 'curve') return doubtOfCurve(predictive, points);
  if (predictive.kind === 'plane') return { where: 'plane', value: meanMutualInformation(predictive) };
  if (predictive.kind === 'table' && predictive.task === 'regression')
    return { where: 'rows', value: mean(predictive.rows.epistemicSigma) };
  return null;
}

function doubtOfCurve({ x, epistemicSigma }: CurvePredictive, points: readonly Point[]): Doubt | null {
  const gap = widestGap(points);
  if (!gap) return null;
  const inputs = points.map((point) => point.x[0]!);
  const [first, last] = [Math.min(...inputs), Math.max(...inputs)];
  const averageWhere = (inside: (x: number) => boolean): number =>
    mean([...epistemicSigma].filter((_, i) => inside(x[i]!)));
  if (gap[1] - gap[0] >= MIN_GAP * (x.at(-1)! - x[0]!))
    return { where: 'gap', gap, value: averageWhere((at) => at > gap[0] && at < gap[1]) };
  return { where: 'outside', value: averageWhere((at) => at < first || at > last) };
}
