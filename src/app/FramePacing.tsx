import { useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react';
import { usePlayground, usePlaygroundState } from '../panels/ui/playgroundContext.ts';

/** Milliseconds between two pictures of the truth: it is in no hurry, and the run's own pictures go first. */
const OVERLAY_PAUSE = 200;

/** Milliseconds that drawing a snapshot may take without a rest after it: two frames. */
const QUICK = 33;

/** How many times as long a slow page then rests, and the most milliseconds that it does. */
const REST = 3;
const MAX_REST = 500;

/**
 * Tells the worker that a snapshot is on the screen, so that the next may come: one frame after the last plots of it
 * were drawn. They are drawn deferred, in tasks of their own; a snapshot that came sooner would keep them from it. Where
 * drawing is slow the page then rests three times as long as that took, so that it still scrolls and answers.
 */
export function FramePacing() {
  const { drawn } = usePlayground();
  const latest = usePlaygroundState((state) => state.snapshot);
  const snapshot = useDeferredValue(latest);
  const arrivedAt = useRef(0);
  useLayoutEffect(() => {
    if (latest) arrivedAt.current = performance.now();
  }, [latest]);
  useEffect(() => {
    if (!snapshot) return;
    const took = performance.now() - arrivedAt.current;
    let frame = 0;
    const tell = () => {
      frame = requestAnimationFrame(drawn);
    };
    const rest = setTimeout(tell, took > QUICK ? Math.min(REST * took, MAX_REST) : 0);
    return () => {
      clearTimeout(rest);
      cancelAnimationFrame(frame);
    };
  }, [snapshot, drawn]);
  useOverlayPacing();
  return null;
}

/** The same for the worker that draws the truth, at its leisure. */
function useOverlayPacing(): void {
  const { overlayDrawn } = usePlayground();
  const snapshot = usePlaygroundState(({ overlay }) =>
    overlay.kind === 'running' ? overlay.snapshot : null,
  );
  useEffect(() => {
    if (!snapshot) return;
    const pause = setTimeout(overlayDrawn, OVERLAY_PAUSE);
    return () => clearTimeout(pause);
  }, [snapshot, overlayDrawn]);
}
