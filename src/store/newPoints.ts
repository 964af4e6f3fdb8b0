import type { StoreApi } from 'zustand';
import type { Point } from './pointEdits.ts';
import type { PlaygroundState } from './state.ts';

/**
 * Updates `newPoints`: how many points are not among the initial ones. A registered data set or a challenge sets the
 * initial points. A moved point counts as new. Returns the function that ends the subscription.
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
