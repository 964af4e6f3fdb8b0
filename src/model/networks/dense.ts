/**
 * A linear map b = aW + c, by the place of its parameters in the flat vector. Kernel row-major [fanIn, fanOut], then
 * bias [fanOut].
 */
export interface DenseLayer {
  readonly name: string;
  readonly fanIn: number;
  readonly fanOut: number;
  readonly kernelOffset: number;
  readonly biasOffset: number;
}

/** The linear maps, laid out in sequence in one flat vector. */
export function layLayers(shapes: readonly Pick<DenseLayer, 'name' | 'fanIn' | 'fanOut'>[]): {
  readonly layers: readonly DenseLayer[];
  readonly parameterCount: number;
} {
  let offset = 0;
  const layers = shapes.map((shape) => {
    const kernelOffset = offset;
    const biasOffset = kernelOffset + shape.fanIn * shape.fanOut;
    offset = biasOffset + shape.fanOut;
    return { ...shape, kernelOffset, biasOffset };
  });
  return { layers, parameterCount: offset };
}
