/** A section of an experiment, or an item of a list that has keys. */
export interface Branch {
  readonly [key: string]: unknown;
}

/** Whether two values are equal, item by item; numbers by Object.is, so −0 differs from 0. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  // Lists of points are long: compare lengths before anything is allocated.
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, i) => sameValue(item, b[i]))
    );
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => sameValue((a as Branch)[key], (b as Branch)[key]))
  );
}
