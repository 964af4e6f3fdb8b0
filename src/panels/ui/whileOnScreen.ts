import type { StoreApi } from 'zustand';
import type { PlaygroundState } from '../../store/state.ts';

type Store = StoreApi<PlaygroundState>;
type Listener = Parameters<Store['subscribe']>[0];

/** A store whose news are kept back while the run trains and nobody looks. */
export interface OnScreenStore {
  readonly store: Store;
  readonly setSeen: (seen: boolean) => void;
  /** Begins to pass news on; returns what ends it. */
  readonly follow: () => () => void;
}

/** The same state; its subscribers hear of it when it is seen, and when training rests. */
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
