import type { Address, Kernels } from './kernels.ts';

const PAGE = 65_536;
/** Where every vector begins: at a cache line. */
const ALIGNMENT = 64;
/** Bytes after every vector that kernels may read and write: they work in groups of up to 16 numbers. */
const MARGIN = 64;

/** Vectors in the memory of the kernels. Allocate all of them first: a memory that grows leaves its old views empty. */
export interface Memory {
  /** A vector of float32 zeros, or float64 ones. */
  readonly floats: (length: number) => Address;
  readonly doubles: (length: number) => Address;
  readonly floatView: (address: Address, length: number) => Float32Array;
  readonly doubleView: (address: Address, length: number) => Float64Array;
  readonly integerView: (address: Address, length: number) => Int32Array;
  /** The same view at every call, made at the first: making one takes longer than a small kernel does. */
  readonly lastingFloats: (address: Address, length: number) => () => Float32Array;
  readonly lastingDoubles: (address: Address, length: number) => () => Float64Array;
}

/** The memory of fresh kernels, laid out vector after vector and never freed but as a whole. */
export function createMemory({ memory, freeMemory }: Kernels): Memory {
  let end = freeMemory();
  const allocate = (bytes: number): Address => {
    const address = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    end = address + bytes + MARGIN;
    const missing = Math.ceil((end - memory.buffer.byteLength) / PAGE);
    if (missing > 0) memory.grow(missing);
    return address;
  };
  const floatView = (address: Address, length: number) => new Float32Array(memory.buffer, address, length);
  const doubleView = (address: Address, length: number) => new Float64Array(memory.buffer, address, length);
  return {
    floats: (length) => allocate(4 * length),
    doubles: (length) => allocate(8 * length),
    floatView,
    doubleView,
    integerView: (address, length) => new Int32Array(memory.buffer, address, length),
    lastingFloats: (address, length) => madeOnce(() => floatView(address, length)),
    lastingDoubles: (address, length) => madeOnce(() => doubleView(address, length)),
  };
}

function madeOnce<View>(make: () => View): () => View {
  let view: View | null = null;
  return () => {
    view ??= make();
    return view;
  };
}
