/** A float literal that Python parses to exactly this number. */
export function pythonNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`invalid number; ${value} has no Python literal: finite`);
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** An integer literal. */
export function pythonInteger(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`invalid number; ${value} is not whole: integer`);
  return value === 0 ? '0' : String(value);
}

/** A list literal of numbers on one line. */
export function pythonList(values: readonly number[]): string {
  return `[${values.map(pythonNumber).join(', ')}]`;
}

/** A name for use in a comment: one line of printable characters, so that it cannot end the comment. */
export function commentText(name: string): string {
  return name.replace(/[^A-Za-z0-9 .-]+/g, '_').slice(0, 60);
}

/** Looks up a registry key. Throws for an unknown key, so that it never gets into the script. */
export function entryFor<Key extends string, Entry>(
  table: Readonly<Record<Key, Entry>>,
  key: Key,
  field: string,
): Entry {
  if (!Object.hasOwn(table, key)) throw new Error(`invalid ${field}; not exported to Python: ${key}`);
  return table[key];
}
