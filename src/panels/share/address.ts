import { encodeLink } from '../../experiment/link/link.ts';
import { stepOf } from '../../store/run.ts';
import type { PlaygroundState } from '../../store/state.ts';

/** The address that reopens what is shown, from its start or at the step shown now. pointsStay: without a person's own points. */
export function addressOf(
  { experiment, run, snapshot }: PlaygroundState,
  atStep: boolean,
  pointsStay = false,
): string {
  const step = atStep ? stepOf(run, snapshot?.step ?? 0) : 0;
  const hash = encodeLink({ ...experiment, view: { ...experiment.view, step } }, pointsStay);
  return hash === '' ? pageAddress() : `${pageAddress()}#${hash}`;
}

function pageAddress(): string {
  return window.location.href.split('#')[0] as string;
}
