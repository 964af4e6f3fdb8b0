import type { Predictive } from '../../../experiment/pictures/snapshot.ts';
import type { TermId } from '../../../plots/frame/glossary.ts';
import { overlayName, overlayShort } from '../../../store/overlay.ts';
import type { Overlay } from '../../../store/state.ts';
import { isPosterior } from './overlayText.ts';

/** Draws of each chain below which a band is not shown: too few to estimate quantiles. */
const FEWEST = 20;

/** Steps of a method without chains below which its picture is not shown: it would show the initial parameters. */
const MIN_STEPS = 100;

/** The overlay over the run's own prediction, and its name. */
export interface OverlaidPicture {
  readonly predictive: Predictive | null;
  readonly interval: number;
  readonly name: string;
  /** Its name in a legend. */
  readonly short: string;
  readonly term: TermId | undefined;
  /** Whether it is the posterior itself, exact or by sampling, as opposed to another approximation. */
  readonly isPosterior: boolean;
}

/** The overlay as it is drawn: null while it is off or has failed; its predictive is null until there are enough draws. */
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
    term: by === 'exact' ? 'exact-posterior' : isPosterior(by) ? 'hmc' : undefined,
    isPosterior: isPosterior(by),
  };
}
