import type { NetworkPlan } from '../../model/networks/index.ts';

/** One layer in texels. A texel holds four adjacent outputs of a kernel row; the bias is the row after the kernel. */
export interface PackedLayer {
  /** Index of the layer's first texel. */
  readonly base: number;
  readonly fanIn: number;
  readonly fanOut: number;
  /** Number of texels of a row of inputs and of outputs. */
  readonly inputQuads: number;
  readonly outputQuads: number;
  /** Index of its first parameter in the flat vector. */
  readonly offset: number;
}

/**
 * The layout of parameters in textures. A band is one vector [P] as texels; textures of S draws or of several vectors
 * consist of bands, one below the other. The texel after the last weight holds the log noise.
 */
export interface Packing {
  readonly layers: readonly PackedLayer[];
  /** Number of texels of all weights; also the index of the texel with the log noise. */
  readonly texels: number;
  /** Width of all textures of bands: 2 ** shift texels. */
  readonly width: number;
  readonly shift: number;
  /** Rows of one band. */
  readonly rows: number;
  /** Position of each parameter in a band, in floats, [P]. */
  readonly places: Int32Array;
}

/** Smallest width of a texture as a power of two. A narrow texture wastes fewer texels at the end of a band. */
const MIN_SHIFT = 5;
/** Limit on the rows of a texture of bands, from which on it is made wider. All current cards support as many. */
const MAX_ROWS = 4096;

/** Number of texels of `width` numbers. */
export const quads = (width: number): number => Math.ceil(width / 4);

/** The layout of a plan in textures of up to `bands` bands. */
export function packPlan(plan: NetworkPlan, bands: number): Packing {
  const layers: PackedLayer[] = [];
  let texels = 0;
  for (const { fanIn, fanOut, kernelOffset } of plan.layers) {
    const [inputQuads, outputQuads] = [quads(fanIn), quads(fanOut)];
    layers.push({ base: texels, fanIn, fanOut, inputQuads, outputQuads, offset: kernelOffset });
    texels += (fanIn + 1) * outputQuads;
  }
  let shift = MIN_SHIFT;
  while (Math.ceil((texels + 1) / 2 ** shift) * bands > MAX_ROWS) shift++;
  const width = 2 ** shift;
  const rows = Math.ceil((texels + 1) / width);
  return { layers, texels, width, shift, rows, places: placesOf(plan, layers) };
}

function placesOf({ parameterCount }: NetworkPlan, layers: readonly PackedLayer[]): Int32Array {
  const places = new Int32Array(parameterCount);
  for (const { base, fanIn, fanOut, outputQuads, offset } of layers)
    for (let row = 0; row <= fanIn; row++)
      for (let column = 0; column < fanOut; column++)
        places[offset + row * fanOut + column] = 4 * (base + row * outputQuads) + column;
  return places;
}

/** Number of floats in a band. */
export function bandLength({ width, rows }: Packing): number {
  return 4 * width * rows;
}

/** Packs [mu | rho | log noise] into two bands, with the log noise in the first. Unused lanes are 0. */
export function packVector(packing: Packing, vector: Float64Array): Float32Array {
  const { places, texels } = packing;
  const count = places.length;
  const length = bandLength(packing);
  const packed = new Float32Array(2 * length);
  places.forEach((place, i) => {
    packed[place] = vector[i]!;
    packed[length + place] = vector[count + i]!;
  });
  packed[4 * texels] = vector[2 * count]!;
  return packed;
}

/** The inverse of packVector. */
export function unpackVector(packing: Packing, packed: Float32Array): Float64Array {
  const { places, texels } = packing;
  const count = places.length;
  const length = bandLength(packing);
  const vector = new Float64Array(2 * count + 1);
  places.forEach((place, i) => {
    vector[i] = packed[place]!;
    vector[count + i] = packed[length + place]!;
  });
  vector[2 * count] = packed[4 * texels]!;
  return vector;
}

/** One band with a value for each parameter. Unused lanes are 0. */
export function packBand(packing: Packing, valueAt: (parameter: number) => number): Float32Array {
  const packed = new Float32Array(bandLength(packing));
  packing.places.forEach((place, i) => {
    packed[place] = valueAt(i);
  });
  return packed;
}

/**
 * The properties of each texel that programs read: the flat index of its first parameter, which is also that of its noise;
 * the number of lanes with a parameter; the prior's scale, which is constant within a kernel or bias; and the layer.
 */
export function describeTexels(packing: Packing, priorScale: Float64Array): Float32Array {
  const described = new Float32Array(bandLength(packing));
  packing.layers.forEach(({ base, fanIn, fanOut, outputQuads, offset }, layer) => {
    for (let row = 0; row <= fanIn; row++)
      for (let quad = 0; quad < outputQuads; quad++) {
        const parameter = offset + row * fanOut + 4 * quad;
        const lanes = Math.min(4, fanOut - 4 * quad);
        described.set(
          [parameter, lanes, priorScale[parameter]!, layer],
          4 * (base + row * outputQuads + quad),
        );
      }
  });
  return described;
}

/** Packs rows of numbers into texels: [rows, width] → [rows, quads(width)]. */
export function packRows(values: Float64Array, width: number, rows: number): Float32Array {
  const across = 4 * quads(width);
  const packed = new Float32Array(rows * across);
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < width; k++) packed[row * across + k] = values[row * width + k]!;
  return packed;
}
