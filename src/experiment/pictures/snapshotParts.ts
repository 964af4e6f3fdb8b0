import type { NonFiniteStep } from '../engine/engine.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What follows from a number of a part that is not finite. A term: the snapshot is not sent, and the run goes back to the
 * last good state and reports that term. `omitted`: the part is sent as null. `allowed`: nothing, for the reason given.
 */
type NonFiniteRule = NonFiniteStep['term'] | 'omitted' | { readonly allowed: string };

/** How one part of a snapshot travels from the worker to the page. */
interface SnapshotPart<Value> {
  /** Only a part that may be null can be omitted. */
  readonly nonFinite: null extends Value ? NonFiniteRule : Exclude<NonFiniteRule, 'omitted'>;
  /** Whether its arrays are transferred to the page; or, for the reason given, copied. */
  readonly arrays: 'transferred' | { readonly copied: string };
}

const clock = { allowed: 'It is measured by the clock, not computed from the parameters.' } as const;

/**
 * Every part of a snapshot, declared once: the worker's checks and its transfer list follow from this, for all numbers and
 * arrays inside a part, however deep.
 */
export const snapshotParts = {
  step: { nonFinite: 'likelihoodCost', arrays: 'transferred' },
  freeEnergy: { nonFinite: 'likelihoodCost', arrays: 'transferred' },
  predictive: { nonFinite: 'likelihoodCost', arrays: 'transferred' },
  answers: { nonFinite: 'likelihoodCost', arrays: 'transferred' },
  weights: { nonFinite: 'complexityCost', arrays: 'transferred' },
  draw: { nonFinite: 'likelihoodCost', arrays: 'transferred' },
  neurons: { nonFinite: 'likelihoodCost', arrays: 'transferred' },
  nextStep: { nonFinite: 'omitted', arrays: 'transferred' },
  noiseSigma: { nonFinite: 'likelihoodCost', arrays: 'transferred' },
  gradientVariance: { nonFinite: 'omitted', arrays: 'transferred' },
  calibration: {
    nonFinite: { allowed: 'The score of a target that all draws exclude is infinite.' },
    arrays: { copied: 'The meter sends the same measurement with several snapshots.' },
  },
  pruning: {
    nonFinite: 'omitted',
    arrays: { copied: 'The meter sends the same measurement with several snapshots.' },
  },
  chains: {
    nonFinite: { allowed: 'R-hat is infinite for chains that do not move or are not finite.' },
    arrays: 'transferred',
  },
  stepsPerSecond: { nonFinite: clock, arrays: 'transferred' },
  backend: { nonFinite: { allowed: 'It is a name.' }, arrays: 'transferred' },
} as const satisfies { readonly [Part in keyof Snapshot]-?: SnapshotPart<Snapshot[Part]> };
