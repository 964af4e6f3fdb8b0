import type { Snapshot } from '../../experiment/snapshot.ts';

/** One number of every run; null where it has none. */
export interface NumberRow {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** What runs are compared by; rows that no run has are left out. costs: nats in the unit that is shown. */
export function numbersOf(
  snapshots: readonly (Snapshot | null)[],
  costs: (nats: number) => number,
  units: string,
): readonly NumberRow[] {
  const row = (name: string, of: (snapshot: Snapshot) => number | null | undefined): NumberRow => ({
    name,
    values: snapshots.map((snapshot) => (snapshot && of(snapshot)) ?? null),
  });
  return [
    row(`total cost (${units})`, ({ freeEnergy }) => costs(freeEnergy.total)),
    row(`complexity cost (${units})`, ({ freeEnergy }) => costs(freeEnergy.complexityCost)),
    row(`likelihood cost (${units})`, ({ freeEnergy }) => costs(freeEnergy.likelihoodCost)),
    row('RMSE', ({ calibration }) => calibration?.metrics.rmse),
    row('accuracy', ({ calibration }) => calibration?.metrics.accuracy),
    row('log p(y) a point', ({ calibration }) => calibration?.metrics.logLikelihood),
    row('calibration error', ({ calibration }) => calibration?.metrics.calibrationError),
    row('largest epistemic sd', ({ predictive }) =>
      predictive.kind === 'curve' ? Math.max(...predictive.epistemicSigma) : null,
    ),
    row('noise sd', ({ noiseSigma }) => noiseSigma),
  ].filter(({ values }) => values.some((value) => value !== null));
}
