import type { StoreApi } from 'zustand';
import type { PlaygroundState } from '../../store/playground.ts';

type Store = StoreApi<PlaygroundState>;
type Listener = Parameters<Store['subscribe']>[0];

/** Wraps a store; defers notifications while off-screen and training. */
export interface OnScreenStore {
  readonly store: Store;
  readonly setSeen: (seen: boolean) => void;
  /** Starts forwarding notifications; returns the function that stops it. */
  readonly follow: () => () => void;
}

/** A store with the same state whose subscribers are notified only when it is visible or training has stopped. */
export function whileOnScreen(store: Store): OnScreenStore {
  const listeners = new Set<Listener>();
  let seen = true;
  let heard = store.getState();
  const tell = (): void => {
    const before = heard;
    heard = store.getState();
    if (heard !== before) for (const listener of listeners) listener(heard, before);
  };
  return {
    store: {
      ...store,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    setSeen: (next) => {
      seen = next;
      if (seen) tell();
    },
    follow: () =>
      store.subscribe(({ run }) => {
        if (seen || run.kind !== 'training') tell();
      }),
  };
}
