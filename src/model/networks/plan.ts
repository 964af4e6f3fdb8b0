import { type CellKind, cells } from './cells.ts';
import { type ConvolutionOp, pooledSize } from './convolution.ts';
import { type DenseLayer, layLayers } from './dense.ts';
import type { RecurrentOp } from './recurrent.ts';

/** A dense operation: outputs = activation(aW + bias); no activation after the last one. */
export interface DenseOp {
  readonly kind: 'dense';
  /** Index of its linear map among the plan's layers. */
  readonly map: number;
}

/** One operation of a network; a network applies its operations in sequence. */
export type LayerOp = DenseOp | ConvolutionOp | RecurrentOp;

/**
 * A network as data: its linear maps, with their places in the flat parameter vector of length P, and the operations
 * that use them. A dense network has one operation per map.
 */
export interface NetworkPlan {
  readonly inputCount: number;
  readonly layers: readonly DenseLayer[];
  readonly ops: readonly LayerOp[];
  readonly parameterCount: number;
}

/** The plan of a fully connected network. sizes: [inputs, …hidden, outputs], at least two. */
export function planDense(sizes: readonly number[]): NetworkPlan {
  const shapes = sizes.slice(1).map((fanOut, i) => ({
    name: `dense${i + 1}`,
    fanIn: sizes[i] as number,
    fanOut,
  }));
  return {
    inputCount: sizes[0] as number,
    ...layLayers(shapes),
    ops: shapes.map((_, map): DenseOp => ({ kind: 'dense', map })),
  };
}

type Shape = Pick<DenseLayer, 'name' | 'fanIn' | 'fanOut'>;

/** The fields of `network` that determine its shape. */
export interface NetworkShape {
  readonly kind: 'dense' | 'convolutional' | 'recurrent';
  readonly hidden: readonly number[];
  readonly channels: readonly number[];
  readonly kernelSize: number;
  readonly cell: CellKind;
}

/** Side of a square image with this many pixels; null if it is not square. */
export function imageSide(inputCount: number): number | null {
  const side = Math.round(Math.sqrt(inputCount));
  return side * side === inputCount ? side : null;
}

/** Maximum number of convolutions for images of this side: each halves it. */
export function maxConvolutions(side: number): number {
  return Math.floor(Math.log2(side));
}

/**
 * The plan of a network of any kind. Convolutional: one convolution for each of `channels`, then dense layers; the
 * inputs are the pixels of a square image. Recurrent: one cell for each of `hidden`, then one dense layer; the inputs
 * are the time steps of one series.
 */
export function planNetwork(shape: NetworkShape, inputCount: number, outputCount: number): NetworkPlan {
  if (shape.kind === 'convolutional') return planConvolutional(shape, inputCount, outputCount);
  if (shape.kind === 'recurrent') return planRecurrent(shape, inputCount, outputCount);
  return planDense([inputCount, ...shape.hidden, outputCount]);
}

function planConvolutional(shape: NetworkShape, inputCount: number, outputCount: number): NetworkPlan {
  const side = imageSide(inputCount);
  if (side === null) throw new Error(`invalid inputs; must be the pixels of a square image: ${inputCount}`);
  const ops: LayerOp[] = [];
  const shapes: Shape[] = [];
  let [height, width, channels] = [side, side, 1];
  for (const filters of shape.channels) {
    const { kernelSize } = shape;
    const op: ConvolutionOp = {
      kind: 'convolution',
      map: shapes.length,
      height,
      width,
      channels,
      kernelSize,
      filters,
    };
    shapes.push({ name: `conv${shapes.length + 1}`, fanIn: kernelSize ** 2 * channels, fanOut: filters });
    ops.push(op);
    [height, width] = pooledSize(op);
    channels = filters;
  }
  const sizes = [height * width * channels, ...shape.hidden, outputCount];
  addDense(ops, shapes, sizes);
  return { inputCount, ...layLayers(shapes), ops };
}

function planRecurrent(
  { cell: kind, hidden }: NetworkShape,
  inputCount: number,
  outputCount: number,
): NetworkPlan {
  const ops: LayerOp[] = [];
  const shapes: Shape[] = [];
  let width = 1;
  hidden.forEach((size, index) => {
    const maps = cells[kind].maps.map(({ name, gates }) => {
      shapes.push({ name: `${kind}${index + 1}/${name}`, fanIn: width + size, fanOut: gates * size });
      return shapes.length - 1;
    });
    const everyStep = index < hidden.length - 1;
    ops.push({ kind: 'recurrent', cell: kind, maps, steps: inputCount, width, hidden: size, everyStep });
    width = size;
  });
  addDense(ops, shapes, [hidden.length > 0 ? width : inputCount, outputCount]);
  return { inputCount, ...layLayers(shapes), ops };
}

function addDense(ops: LayerOp[], shapes: Shape[], sizes: readonly number[]): void {
  sizes.slice(1).forEach((fanOut, i) => {
    ops.push({ kind: 'dense', map: shapes.length });
    shapes.push({ name: `dense${i + 1}`, fanIn: sizes[i] as number, fanOut });
  });
}

/** Multiply-adds of one forward pass of one example. */
export function multiplyAdds({ ops, layers }: NetworkPlan): number {
  const ofMap = (map: number) => layers[map]!.fanIn * layers[map]!.fanOut;
  return ops.reduce((sum, op) => {
    if (op.kind === 'dense') return sum + ofMap(op.map);
    if (op.kind === 'convolution') return sum + op.height * op.width * ofMap(op.map);
    return sum + op.steps * op.maps.reduce((all, map) => all + ofMap(map), 0);
  }, 0);
}
