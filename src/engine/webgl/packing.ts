import type { NetworkPlan } from '../../model/networks/index.ts';

/** One layer in texels: a texel holds four neighbouring outputs of one row of the kernel, the bias is the row after the last. */
export interface PackedLayer {
  /** The layer's first texel. */
  readonly base: number;
  readonly fanIn: number;
  readonly fanOut: number;
  /** Texels of a row of inputs, and of outputs. */
  readonly inputQuads: number;
  readonly outputQuads: number;
  /** Where its parameters begin in the flat vector. */
  readonly offset: number;
}

/**
 * Where each parameter stands in a texture. A band is one vector [P] in texels; textures of S draws or of several vectors
 * are bands one below the other. The texel after the last weight is that of the log noise.
 */
export interface Packing {
  readonly layers: readonly PackedLayer[];
  /** Texels of all weights; also the index of the texel of the log noise. */
  readonly texels: number;
  /** Width of every texture of bands, 2 ** shift texels. */
  readonly width: number;
  readonly shift: number;
  /** Rows of one band. */
  readonly rows: number;
  /** Of each parameter, its number in a band counted in floats, [P]. */
  readonly places: Int32Array;
}

/** Narrowest texture, as a power of two: fewer texels are wasted at the end of a band. */
const NARROWEST = 5;
/** Rows that a texture of bands may have before it is made wider: every card of today has as many. */
const TALLEST = 4096;

export const quads = (width: number): number => Math.ceil(width / 4);

/** Packs a plan for textures of up to `bands` bands. */
export function packPlan(plan: NetworkPlan, bands: number): Packing {
  const layers: PackedLayer[] = [];
  let texels = 0;
  for (const { fanIn, fanOut, kernelOffset } of plan.layers) {
    const [inputQuads, outputQuads] = [quads(fanIn), quads(fanOut)];
    layers.push({ base: texels, fanIn, fanOut, inputQuads, outputQuads, offset: kernelOffset });
    texels += (fanIn + 1) * outputQuads;
  }
  let shift = NARROWEST;
  while (Math.ceil((texels + 1) / 2 ** shift) * bands > TALLEST) shift++;
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

/** Floats of one band. */
export function bandLength({ width, rows }: Packing): number {
  return 4 * width * rows;
}

/** [mu | rho | log noise] as two bands, the log noise in the first. Lanes without a parameter are 0. */
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

/** One band of values [P], or of one value for every parameter; other lanes 0. */
export function packBand(packing: Packing, valueAt: (parameter: number) => number): Float32Array {
  const packed = new Float32Array(bandLength(packing));
  packing.places.forEach((place, i) => {
    packed[place] = valueAt(i);
  });
  return packed;
}

/**
 * What the programs ask of a texel: the flat number of its first parameter, which counts its random numbers; how many
 * lanes have a parameter; the prior's scale, one for the texel since a kernel or bias has one; and the layer.
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

/** Rows of numbers as a texture of texels: [rows, width] → [rows, quads(width)]. */
export function packRows(values: Float64Array, width: number, rows: number): Float32Array {
  const across = 4 * quads(width);
  const packed = new Float32Array(rows * across);
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < width; k++) packed[row * across + k] = values[row * width + k]!;
  return packed;
}
