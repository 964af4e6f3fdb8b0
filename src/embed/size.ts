/** Bytes counted for a value of any type, in addition to its text and its parts. */
const BASE = 8;

/**
 * Whether a value is at most `most` bytes large: two for each character, eight for every value, and buffers at their
 * size. Stops as soon as the limit is exceeded, so that cyclic and very large values take bounded time.
 */
export function sizeWithin(value: unknown, most: number): boolean {
  let left = most;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    left -= BASE;
    if (typeof next === 'string') left -= 2 * next.length;
    else if (typeof next === 'bigint') left -= next.toString(16).length;
    else if (typeof next === 'object' && next !== null) left -= inside(next, waiting, left);
    if (left < 0) return false;
  }
  return true;
}

/** Bytes of an object itself; its parts are pushed to the stack unless they already exceed the limit. */
function inside(object: object, waiting: unknown[], left: number): number {
  if (ArrayBuffer.isView(object) || object instanceof ArrayBuffer) return object.byteLength;
  if (Array.isArray(object)) {
    if (object.length * BASE <= left) for (const item of object) waiting.push(item);
    return object.length * BASE > left ? left + 1 : 0;
  }
  if (object instanceof Map || object instanceof Set) {
    if (object.size * BASE > left) return left + 1;
    for (const item of object.entries()) waiting.push(...item);
    return 0;
  }
  // A String object has a key for each character.
  if (object instanceof String) return 2 * object.length;
  const keys = Object.keys(object);
  if (keys.length * 2 * BASE > left) return left + 1;
  for (const key of keys) waiting.push(key, (object as Readonly<Record<string, unknown>>)[key]);
  return 0;
}
