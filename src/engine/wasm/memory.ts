import type { Address, Kernels } from './kernels.ts';

const PAGE = 65_536;
/** Alignment of every vector: a cache line. */
const ALIGNMENT = 64;
/** Bytes after every vector that kernels may read and write, because they process groups of up to 16 numbers. */
const MARGIN = 64;

/** Vectors in the kernels' memory. Allocate all of them before creating views: growing the memory detaches its views. */
export interface Memory {
  /** Allocates a vector of zeros: float32 or float64. */
  readonly floats: (length: number) => Address;
  readonly doubles: (length: number) => Address;
  readonly floatView: (address: Address, length: number) => Float32Array;
  readonly doubleView: (address: Address, length: number) => Float64Array;
  readonly integerView: (address: Address, length: number) => Int32Array;
  /** Returns a cached view, created at the first call: creating one takes longer than a small kernel. */
  readonly lastingFloats: (address: Address, length: number) => () => Float32Array;
  readonly lastingDoubles: (address: Address, length: number) => () => Float64Array;
}

/** Allocates vectors one after the other in the memory of new kernels. Vectors are never freed individually. */
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
    lastingFloats: (address, length) => createdOnce(() => floatView(address, length)),
    lastingDoubles: (address, length) => createdOnce(() => doubleView(address, length)),
  };
}

function createdOnce<View>(make: () => View): () => View {
  let view: View | null = null;
  return () => {
    view ??= make();
    return view;
  };
}
