const KEY = 'bayes-by-backprop.doors';
const DISMISSED = 'dismissed';

/** Whether the suggestions were dismissed in this or an earlier visit. False where storage is refused. */
export function wereDismissed(): boolean {
  try {
    return window.localStorage.getItem(KEY) === DISMISSED;
  } catch {
    return false;
  }
}

/** Remembers for later visits that the suggestions are not needed; for this one only where storage is refused. */
export function rememberDismissal(): void {
  try {
    window.localStorage.setItem(KEY, DISMISSED);
  } catch {
    // A sandboxed page has no storage.
  }
}
