import type { ParameterBlock } from './snapshot.ts';

/** A kernel [fanIn, fanOut] and its bias [fanOut]; `kernel` and `bias` are their offsets in the parameter vector. */
export interface LinearMap {
  readonly name: string;
  readonly fanIn: number;
  readonly fanOut: number;
  readonly kernel: number;
  readonly bias: number;
}

/** The linear maps of a network: every two-dimensional block is a kernel, followed by its bias. */
export function linearMaps(blocks: readonly ParameterBlock[]): readonly LinearMap[] {
  return blocks
    .filter(({ shape }) => shape.length === 2)
    .map(({ name, offset, shape }) => {
      const [fanIn, fanOut] = shape as [number, number];
      return { name, fanIn, fanOut, kernel: offset, bias: offset + fanIn * fanOut };
    });
}
