import type { CostUnit } from '../../experiment/document/experiment.ts';
import type { Snapshot } from '../../experiment/pictures/snapshot.ts';
import { say } from '../../i18n/index.ts';

/** One number of every run; null where it has none. */
export interface NumberRow {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** What runs are compared by; rows that no run has are left out. costs: nats in the unit that is shown. */
export function numbersOf(
  snapshots: readonly (Snapshot | null)[],
  costs: (nats: number) => number,
  shown: CostUnit,
): readonly NumberRow[] {
  const units = say(shown === 'nats' ? 'nats' : 'bits');
  const row = (name: string, of: (snapshot: Snapshot) => number | null | undefined): NumberRow => ({
    name,
    values: snapshots.map((snapshot) => (snapshot && of(snapshot)) ?? null),
  });
  return [
    row(say('total cost ({units})', { units }), ({ freeEnergy }) => costs(freeEnergy.total)),
    row(say('complexity cost ({units})', { units }), ({ freeEnergy }) => costs(freeEnergy.complexityCost)),
    row(say('likelihood cost ({units})', { units }), ({ freeEnergy }) => costs(freeEnergy.likelihoodCost)),
    row(say('RMSE'), ({ calibration }) => calibration?.metrics.rmse),
    row(say('accuracy'), ({ calibration }) => calibration?.metrics.accuracy),
    row(say('log p(y) a point'), ({ calibration }) => calibration?.metrics.logLikelihood),
    row(say('calibration error'), ({ calibration }) => calibration?.metrics.calibrationError),
    row(say('largest epistemic sd'), ({ predictive }) =>
      predictive.kind === 'curve' ? Math.max(...predictive.epistemicSigma) : null,
    ),
    row(say('noise sd'), ({ noiseSigma }) => noiseSigma),
  ].filter(({ values }) => values.some((value) => value !== null));
}
