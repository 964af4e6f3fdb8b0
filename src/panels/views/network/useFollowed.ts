import type { OneDraw } from '../../../experiment/pictures/snapshot.ts';
import { usePlaygroundState } from '../../ui/playgroundContext.ts';

/** The parts of the shown draw that views need. */
export type Followed = Pick<OneDraw, 'epsilon' | 'weights' | 'curve'>;

/** The parts of a step in slow motion from which its own weights, and then its curve, are shown. */
const WEIGHTS_PART = 1;
const FORWARD_PART = 2;

/** The draw to show: that of the step in slow motion once its weights are drawn, otherwise the selected one. */
export function useFollowed(): Followed | null {
  const draw = usePlaygroundState(({ snapshot }) => snapshot?.draw ?? null);
  const next = usePlaygroundState(({ snapshot }) => snapshot?.nextStep ?? null);
  const part = usePlaygroundState((state) => state.slowPart);
  if (!next || part === null) return draw;
  const { epsilon, weights, curve } = next;
  if (part < WEIGHTS_PART || !epsilon || !weights) return null;
  return { epsilon, weights, curve: part < FORWARD_PART ? null : curve };
}
