/** A float literal that Python reads back as exactly this number. */
export function pythonNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`invalid number; ${value} has no Python literal: finite`);
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** An integer literal: a count, an index, a class, a seed. */
export function pythonInteger(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`invalid number; ${value} is not whole: integer`);
  return value === 0 ? '0' : String(value);
}

/** A list of numbers on one line. */
export function pythonList(values: readonly number[]): string {
  return `[${values.map(pythonNumber).join(', ')}]`;
}

/** A name as words for a comment: one line of plain characters, so that nothing in it can end the comment. */
export function commentWords(name: string): string {
  return name.replace(/[^A-Za-z0-9 .-]+/g, '_').slice(0, 60);
}

/** What a table says of a registry key; an unknown key is an error, never Python. */
export function entryFor<Key extends string, Entry>(
  table: Readonly<Record<Key, Entry>>,
  key: Key,
  field: string,
): Entry {
  if (!Object.hasOwn(table, key)) throw new Error(`invalid ${field}; not exported to Python: ${key}`);
  return table[key];
}
