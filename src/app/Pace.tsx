import { useDeferredValue, useEffect } from 'react';
import { usePlayground, usePlaygroundState } from '../panels/playground.ts';

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
  return null;
}
