import type { Predictive } from '../../../experiment/pictures/snapshot.ts';
import { overlayName, overlayShort } from '../../../store/overlay.ts';
import type { Overlay } from '../../../store/state.ts';
import { isPosterior } from './overlayText.ts';

/** Draws of each chain below which a band would be an accident. */
const FEWEST = 20;

/** Pictures of a method without chains below this step would show where it began. */
const MIN_STEPS = 100;

/** What lies over the run, and what it is called. */
export interface OverlaidPicture {
  readonly predictive: Predictive | null;
  readonly interval: number;
  readonly name: string;
  /** The same in a legend. */
  readonly short: string;
  /** Whether it is the posterior, and not another guess at it. */
  readonly isPosterior: boolean;
}

/** What is drawn of the truth: null while it is off or has failed; its predictive is null until there is enough of it. */
export function overlayPicture(overlay: Overlay): OverlaidPicture | null {
  if (overlay.kind === 'off' || overlay.kind === 'failed') return null;
  const { interval } = overlay.of.prediction;
  const { snapshot, by } = overlay;
  const enough =
    snapshot !== null &&
    (by === 'exact' || (snapshot.chains ? snapshot.chains.draws >= FEWEST : snapshot.step >= MIN_STEPS));
  return {
    predictive: enough ? snapshot.predictive : null,
    interval,
    name: overlayName(by),
    short: overlayShort(by),
    isPosterior: isPosterior(by),
  };
}
