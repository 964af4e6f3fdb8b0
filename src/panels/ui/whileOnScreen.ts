import type { StoreApi } from 'zustand';
import type { PlaygroundState } from '../../store/state.ts';

type Store = StoreApi<PlaygroundState>;
type Listener = Parameters<Store['subscribe']>[0];

/** Wraps a store; defers notifications while off-screen and training. */
export interface OnScreenStore {
  readonly store: Store;
  readonly setVisible: (visible: boolean) => void;
  /** Starts forwarding notifications; returns the function that stops it. */
  readonly start: () => () => void;
}

/** A store with the same state whose subscribers are notified only when it is visible or training has stopped. */
export function whileOnScreen(store: Store): OnScreenStore {
  const listeners = new Set<Listener>();
  let isVisible = true;
  let last = store.getState();
  const notify = (): void => {
    const before = last;
    last = store.getState();
    if (last !== before) for (const listener of listeners) listener(last, before);
  };
  return {
    store: {
      ...store,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    setVisible: (next) => {
      isVisible = next;
      if (isVisible) notify();
    },
    start: () =>
      store.subscribe(({ run }) => {
        if (isVisible || run.kind !== 'training') notify();
      }),
  };
}
