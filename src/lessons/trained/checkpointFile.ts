import type { Checkpoint } from '../../worker/protocol.ts';

/** A value of a file: numbers in arrays are float32, little-endian, in base64. */
type Encoded = { readonly float32: string };

/** A value as JSON; numbers in its arrays lose what a float32 cannot hold. */
export function fileText(content: object): string {
  const encode = (_key: string, value: unknown) =>
    value instanceof Float64Array ? ({ float32: base64Of(value) } satisfies Encoded) : value;
  return `${JSON.stringify(content, encode, 2)}\n`;
}

/** A checkpoint as JSON. */
export const checkpointText = (checkpoint: Checkpoint): string => fileText(checkpoint);

/** The checkpoint of a parsed file. */
export function checkpointOfFile(file: unknown): Checkpoint {
  return decoded(file) as Checkpoint;
}

/** The value of a parsed file, with its arrays of numbers. */
export function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded);
  if (typeof value !== 'object' || value === null) return value;
  if ('float32' in value) return numbersOf(String(value.float32));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decoded(inner)]));
}

function base64Of(values: Float64Array): string {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, i) => {
    view.setFloat32(4 * i, value, true);
  });
  return btoa(Array.from(new Uint8Array(view.buffer), (byte) => String.fromCharCode(byte)).join(''));
}

function numbersOf(base64: string): Float64Array {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}
