import type { StoreApi } from 'zustand';
import type { Point } from './pointEdits.ts';
import type { PlaygroundState } from './state.ts';

/**
 * Keeps `newPoints` in step: the points that are not among those the data began with. Data begin anew with every registered
 * data set, and with every challenge. A point that was moved is a new one. Returns how to stop.
 */
export function countNewPoints(store: StoreApi<PlaygroundState>): () => void {
  let first = keysOf(store.getState().points);
  return store.subscribe((now, before) => {
    if (now.points === before.points && now.experiment.view.challenge === before.experiment.view.challenge)
      return;
    const begins =
      now.experiment.dataset.id !== 'custom' ||
      now.experiment.view.challenge !== before.experiment.view.challenge;
    if (begins) first = keysOf(now.points);
    const newPoints = now.points.filter((point) => !first.has(keyOf(point))).length;
    if (newPoints !== now.newPoints) store.setState({ newPoints });
  });
}

const keyOf = ({ x, y }: Point): string => `${x.join()} ${y}`;

function keysOf(points: readonly Point[]): ReadonlySet<string> {
  return new Set(points.map(keyOf));
}
