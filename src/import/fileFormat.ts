/** Names of file formats that are no tables of text. */
export type FileFormat =
  | 'ARFF'
  | 'JSON'
  | 'HTML or XML'
  | 'LIBSVM'
  | 'Excel'
  | 'gzip'
  | 'NumPy'
  | 'Parquet'
  | 'PDF'
  | 'binary';

/** The format of a text that only looks like a table; null for a table. */
export function formatOfText(text: string): FileFormat | null {
  const head = text
    .slice(0, 100_000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^(?:%[^\r\n]*[\r\n]\s*)*@relation\s/i.test(head)) return 'ARFF';
  if (/^<(?:\?xml|!doctype|html|table)/i.test(head)) return 'HTML or XML';
  if (/^(?:\{\s*"[^"\r\n]*"\s*:|\[\s*[[{])/.test(head) && /[\]}]\s*$/.test(text.slice(-100))) return 'JSON';
  if (/^[+-]?\d+(?:\.\d+)?(?: \d+:[-+.\de]+)+[ \t]*(?:\r?\n|$)/i.test(head)) return 'LIBSVM';
  return null;
}

/** First bytes of files. */
const signatures: readonly (readonly [FileFormat, readonly number[]])[] = [
  ['Excel', [0x50, 0x4b, 0x03, 0x04]],
  ['Excel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['NumPy', [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
  ['Parquet', [0x50, 0x41, 0x52, 0x31]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
];

/** The format of a file that is no text; null if its first bytes are none of a known one. */
export function formatOfBytes(bytes: Uint8Array): FileFormat | null {
  return signatures.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}
