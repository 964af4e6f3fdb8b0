import { useEffect, useState } from 'react';

/** What a function loads; null before. A failure is thrown, for the surrounding `Part`. load: always the same function. */
export function useLoaded<T>(load: () => Promise<T>): T | null {
  const [outcome, setOutcome] = useState<{ readonly value: T } | { readonly error: unknown } | null>(null);
  useEffect(() => {
    let current = true;
    const show = (next: typeof outcome) => current && setOutcome(next);
    load().then(
      (value) => show({ value }),
      (error: unknown) => show({ error }),
    );
    return () => {
      current = false;
    };
  }, [load]);
  if (outcome && 'error' in outcome) throw outcome.error;
  return outcome?.value ?? null;
}
