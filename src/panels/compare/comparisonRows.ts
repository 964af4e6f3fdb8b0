import type { CostUnit } from '../../experiment/document/experiment.ts';
import type { Snapshot } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { roundedEquation } from '../../plots/cost/costUnits.ts';

/** A score by run; null where a run does not have it. */
export interface ComparisonRow {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** Significant digits of the largest of three costs that add up. */
const COST_DIGITS = 4;

/** Scores of runs; rows without any value are left out. costs: converts nats to the unit `shown`. */
export function comparisonRows(
  snapshots: readonly (Snapshot | null)[],
  costs: (nats: number) => number,
  shown: CostUnit,
): readonly ComparisonRow[] {
  const units = t(shown === 'nats' ? 'nats' : 'bits');
  const row = (name: string, of: (snapshot: Snapshot) => number | null | undefined): ComparisonRow => ({
    name,
    values: snapshots.map((snapshot) => (snapshot && of(snapshot)) ?? null),
  });
  const shownCosts = ({ freeEnergy: { complexityCost, likelihoodCost } }: Snapshot) =>
    roundedEquation(costs(complexityCost), costs(likelihoodCost), COST_DIGITS);
  return [
    row(t('total cost ({units})', { units }), (snapshot) => shownCosts(snapshot).total),
    row(t('complexity cost ({units})', { units }), (snapshot) => shownCosts(snapshot).complexity),
    row(t('likelihood cost ({units})', { units }), (snapshot) => shownCosts(snapshot).likelihood),
    row(t('RMSE'), ({ calibration }) => calibration?.metrics.rmse),
    row(t('accuracy'), ({ calibration }) => calibration?.metrics.accuracy),
    row(t('log p(y) a point'), ({ calibration }) => calibration?.metrics.logLikelihood),
    row(t('calibration error'), ({ calibration }) => calibration?.metrics.calibrationError),
    row(t('largest epistemic sd'), ({ predictive }) =>
      predictive.kind === 'curve' ? Math.max(...predictive.epistemicSigma) : null,
    ),
    row(t('noise sd'), ({ noiseSigma }) => noiseSigma),
  ].filter(({ values }) => values.some((value) => value !== null));
}
