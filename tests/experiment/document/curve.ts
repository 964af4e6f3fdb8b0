import type { CurvePredictive, Snapshot } from '../../../src/experiment/pictures/snapshot.ts';

/** The curve of a snapshot that has one. */
export function curveOf({ predictive }: Pick<Snapshot, 'predictive'>): CurvePredictive {
  if (predictive?.kind !== 'curve') throw new Error(`not a curve: ${predictive?.kind}`);
  return predictive;
}
