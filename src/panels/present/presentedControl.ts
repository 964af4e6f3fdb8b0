import { useSyncExternalStore } from 'react';

/** The controls that can be shown while presenting. */
export const presentedControls = ['prior', 'points', 'units', 'none'] as const;
export type PresentedControl = (typeof presentedControls)[number];

let chosen: PresentedControl = 'prior';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The control that is shown while presenting, for this visit. */
export function usePresentedControl(): PresentedControl {
  return useSyncExternalStore(subscribe, () => chosen);
}

export function choosePresentedControl(next: PresentedControl): void {
  chosen = next;
  for (const listener of listeners) listener();
}
