import { useDeferredValue, useEffect } from 'react';
import { usePlayground, usePlaygroundState } from '../panels/playground.ts';

/** Milliseconds between two pictures of the truth: it is in no hurry, and the run's own pictures go first. */
const TRUTH_PAUSE = 200;

/**
 * Tells the worker that a snapshot is on the screen, so that the next may come: one frame after the last plots of it
 * were drawn. They are drawn deferred, in tasks of their own; a snapshot that came sooner would keep them from it.
 */
export function Pace() {
  const { drawn } = usePlayground();
  const snapshot = useDeferredValue(usePlaygroundState((state) => state.snapshot));
  useEffect(() => {
    if (!snapshot) return;
    const frame = requestAnimationFrame(drawn);
    return () => cancelAnimationFrame(frame);
  }, [snapshot, drawn]);
  useTruthPace();
  return null;
}

/** The same for the worker that draws the truth, at its leisure. */
function useTruthPace(): void {
  const { truthDrawn } = usePlayground();
  const snapshot = usePlaygroundState(({ truth }) => (truth.kind === 'running' ? truth.snapshot : null));
  useEffect(() => {
    if (!snapshot) return;
    const pause = setTimeout(truthDrawn, TRUTH_PAUSE);
    return () => clearTimeout(pause);
  }, [snapshot, truthDrawn]);
}
