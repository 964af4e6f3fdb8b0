import { type FileFormat, formatOfBytes } from './fileFormat.ts';

/** Part of the web's TextDecoder, which browsers, workers and Node have. */
declare class TextDecoder {
  constructor(label: Encoding, options?: { readonly fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

/** An encoding by its label in the Encoding Standard. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The text of a file and how it was encoded, or the format of a file that is no text. */
export type DecodedText =
  | { readonly text: string; readonly encoding: Encoding }
  | { readonly format: FileFormat };

/** Bytes in which zeros are counted. */
const SAMPLE_BYTES = 4096;

/**
 * Decodes a file: by its byte-order mark, else as UTF-16 if every other byte is mostly zero, else as UTF-8, and as Windows-1252
 * where that is invalid.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const format = formatOfBytes(bytes);
  if (format) return { format };
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    if (bytes.subarray(0, SAMPLE_BYTES).includes(0)) return { format: 'binary' };
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

function markedEncoding([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** UTF-16 without a mark: in a table most characters are below 256, so that one byte of each is zero. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  const half = sample.length / 2;
  if (bytes.length % 2 === 1 || half === 0) return null;
  if (zeros[1]! > 0.8 * half && zeros[0] === 0) return 'utf-16le';
  return zeros[0]! > 0.8 * half && zeros[1] === 0 ? 'utf-16be' : null;
}
