import { encodeLink } from '../../experiment/link/link.ts';
import { stepOf } from '../../store/run.ts';
import type { PlaygroundState } from '../../store/state.ts';

/** URL that reopens the experiment from its start or at the current step. pointsStay: without custom points. */
export function shareAddress(
  { experiment, run, snapshot }: PlaygroundState,
  atStep: boolean,
  withoutPoints = false,
): string {
  const step = atStep ? stepOf(run, snapshot?.step ?? 0) : 0;
  const hash = encodeLink({ ...experiment, view: { ...experiment.view, step } }, withoutPoints);
  return hash === '' ? pageAddress() : `${pageAddress()}#${hash}`;
}

function pageAddress(): string {
  return window.location.href.split('#')[0] as string;
}
