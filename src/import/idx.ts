import { Gunzip } from 'fflate';
import { t } from '../i18n/index.ts';
import { formatWhole } from '../i18n/numbers.ts';

/** Images of an IDX file, row-major. */
export interface IdxImages {
  readonly kind: 'images';
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** [count, height, width], 0 to 255. */
  readonly pixels: Uint8Array;
}

/** [count], labels of an IDX file. */
export interface IdxLabels {
  readonly kind: 'labels';
  readonly count: number;
  readonly labels: Uint8Array;
}

/** Content of an IDX file, or a sentence about what is wrong with it. */
export type IdxReading = IdxImages | IdxLabels | { readonly kind: 'fault'; readonly fault: string };

/** Maximum decompressed size in bytes: twice the training images of MNIST. */
const MAX_BYTES = 1e8;
/** Compressed bytes between two checks of that limit; deflate expands by at most 1,032. */
const CHUNK_BYTES = 65_536;
/** Number types by the third byte of the file. */
const numberTypes: Readonly<Record<number, string>> = {
  8: '8-bit numbers',
  9: 'signed 8-bit numbers',
  11: '16-bit numbers',
  12: '32-bit numbers',
  13: 'single-precision numbers',
  14: 'double-precision numbers',
};

/**
 * Reads an IDX file of images or labels (LeCun, Cortes & Burges, the MNIST database), optionally gzip-compressed.
 * Layout: two zero bytes, number type, number of dimensions, each dimension as big-endian uint32, values. name: file
 * name for messages.
 */
export function readIdx(file: Uint8Array, name: string): IdxReading {
  const fault = (message: string): IdxReading => ({ kind: 'fault', fault: `${name}: ${message}` });
  const unpacked = isCompressed(file) ? decompress(file) : { bytes: file };
  if ('fault' in unpacked) return fault(unpacked.fault);
  const { bytes } = unpacked;
  if (bytes.length < 4)
    return fault(
      t('the file has {bytes, plural, one {# byte} other {# bytes}}; an IDX file has at least 4', {
        bytes: bytes.length,
      }),
    );
  if (bytes[0] !== 0 || bytes[1] !== 0)
    return fault(
      t(
        'not an IDX file: it does not begin with two zeros. MNIST’s are called …-idx3-ubyte and …-idx1-ubyte',
      ),
    );
  const type: string | undefined = numberTypes[bytes[2]!];
  if (bytes[2] !== 8)
    return fault(
      t('it holds {numbers}; images and labels are 8-bit numbers', {
        numbers: type === undefined ? t('numbers of the unknown type {type}', { type: bytes[2]! }) : t(type),
      }),
    );
  const dimensions = bytes[3]!;
  if (dimensions !== 1 && dimensions !== 3)
    return fault(
      t(
        'it has {dimensions, plural, one {# dimension} other {# dimensions}}; images have 3 (number, height, width), labels 1',
        { dimensions },
      ),
    );
  const header = 4 + 4 * dimensions;
  if (bytes.length < header) return fault(t('it ends within its header of {header} bytes', { header }));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [count, height = 1, width = 1] = Array.from({ length: dimensions }, (_, i) =>
    view.getUint32(4 + 4 * i),
  );
  const wanted = header + count! * height * width;
  const what =
    dimensions === 3
      ? t('{count, plural, one {# image} other {# images}} of {height} × {width}', {
          count: count!,
          height,
          width,
        })
      : t('{count, plural, one {# label} other {# labels}}', { count: count! });
  if (count === 0 || height === 0 || width === 0) return fault(t('it says that it has {what}', { what }));
  if (bytes.length !== wanted)
    return fault(
      t('it says that it has {what}, which takes {wanted} bytes; it has {bytes}', {
        what,
        wanted: formatWhole(wanted),
        bytes: formatWhole(bytes.length),
      }),
    );
  const numbers = bytes.subarray(header);
  if (dimensions === 1) return { kind: 'labels', count: count!, labels: numbers };
  return { kind: 'images', count: count!, height, width, pixels: numbers };
}

function isCompressed(file: Uint8Array): boolean {
  return file[0] === 0x1f && file[1] === 0x8b;
}

function decompress(file: Uint8Array): { readonly bytes: Uint8Array } | { readonly fault: string } {
  const parts: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const stream = new Gunzip((part, final) => {
    parts.push(part);
    length += part.length;
    ended = final;
  });
  try {
    for (let start = 0; start < file.length; start += CHUNK_BYTES) {
      stream.push(file.subarray(start, start + CHUNK_BYTES), start + CHUNK_BYTES >= file.length);
      if (length > MAX_BYTES)
        return { fault: t('it unpacks to more than {most} MB', { most: MAX_BYTES / 1e6 }) };
    }
  } catch {
    return { fault: t('it is damaged: gzip cannot unpack it') };
  }
  if (!ended || length === 0) return { fault: t('it is damaged: gzip finds no end') };
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes };
}
