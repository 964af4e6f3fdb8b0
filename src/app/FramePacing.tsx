import { useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react';
import { usePlayground, usePlaygroundState } from '../panels/ui/playgroundContext.ts';
import { runningSnapshot } from '../store/methodRuns.ts';
import { latestSnapshot } from '../store/timeline.ts';

/** Minimum time between two snapshots of a method run in ms, so that the snapshots of the run take precedence. */
const OVERLAY_PAUSE = 200;

/** Time in ms that drawing a snapshot may take without a pause after it: two frames. */
const MAX_DRAW_TIME = 33;

/** Pause of a slow page as a multiple of the drawing time, and its maximum in ms. */
const PAUSE_FACTOR = 3;
const MAX_PAUSE = 500;

/**
 * Tells the worker that a snapshot is drawn, so that it may send the next one: one frame after its last plot is drawn.
 * Plots render deferred, in separate tasks; an earlier next snapshot would interrupt them. If drawing is slow the page
 * pauses for three times the drawing time, so that it still scrolls and responds.
 */
export function FramePacing() {
  const { drawn } = usePlayground();
  const latest = usePlaygroundState(latestSnapshot);
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
    const pause = setTimeout(tell, took > MAX_DRAW_TIME ? Math.min(PAUSE_FACTOR * took, MAX_PAUSE) : 0);
    return () => {
      clearTimeout(pause);
      cancelAnimationFrame(frame);
    };
  }, [snapshot, drawn]);
  useOverlayPacing();
  return null;
}

/** The same for the worker of the method runs, at a lower rate. */
function useOverlayPacing(): void {
  const { overlayDrawn } = usePlayground();
  const snapshot = usePlaygroundState(runningSnapshot);
  useEffect(() => {
    if (!snapshot) return;
    const pause = setTimeout(overlayDrawn, OVERLAY_PAUSE);
    return () => clearTimeout(pause);
  }, [snapshot, overlayDrawn]);
}
