import type { Predictive } from '../../../experiment/pictures/snapshot.ts';
import type { MethodColor } from '../../../model/methods/index.ts';
import type { TermId } from '../../../plots/frame/glossary.ts';
import { overlayName } from '../../../store/methodRuns.ts';
import { methodColor, overlayShort } from '../../../store/overlay.ts';
import type { MethodPicture, Overlay, OverlayMethod } from '../../../store/state.ts';
import { isPosterior } from './overlayText.ts';

/** Draws of each chain below which a band is not shown: too few to estimate quantiles. */
const MIN_DRAWS = 20;

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
  readonly color: MethodColor;
}

/** The prediction of a method run; null until it has taken enough steps or draws to be shown. */
export function shownPredictive(by: OverlayMethod, snapshot: MethodPicture | null): Predictive | null {
  if (!snapshot) return null;
  const { chains, step, predictive } = snapshot;
  return by === 'exact' || (chains ? chains.draws >= MIN_DRAWS : step >= MIN_STEPS) ? predictive : null;
}

/** The overlay as it is drawn: null while it is off or has failed; its predictive is null until there are enough draws. */
export function overlayPicture(overlay: Overlay): OverlaidPicture | null {
  if (overlay.kind === 'off' || overlay.kind === 'failed') return null;
  const { interval } = overlay.of.prediction;
  const { snapshot, by } = overlay;
  return {
    predictive: shownPredictive(by, snapshot),
    interval,
    name: overlayName(by),
    short: overlayShort(by),
    term: by === 'exact' ? 'exact-posterior' : isPosterior(by) ? 'hmc' : undefined,
    isPosterior: isPosterior(by),
    color: methodColor(by),
  };
}
