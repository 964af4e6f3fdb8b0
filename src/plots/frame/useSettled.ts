import { useState } from 'react';

/**
 * State that follows `wanted` through `settle(previous, wanted)`, which keeps axes stable. Resets when `key` changes.
 * `settle` must be idempotent: settle(settle(a, w), w) returns the object settle(a, w).
 */
export function useSettled<Value, Wanted>(
  settle: (previous: Value | null, wanted: Wanted) => Value,
  wanted: Wanted,
  key: string,
): Value {
  const [known, setKnown] = useState<{ readonly key: string; readonly value: Value } | null>(null);
  const value = settle(known?.key === key ? known.value : null, wanted);
  if (known?.key !== key || String(known.value) !== String(value)) setKnown({ key, value });
  return known?.key === key && String(known.value) === String(value) ? known.value : value;
}
