import * as tf from '@tensorflow/tfjs';
import type {
  ActivationKind,
  ConvolutionOp,
  NetworkPlan,
  RecurrentOp,
} from '../../../src/model/networks/index.ts';

/** Weights of one linear map: kernel [fanIn, fanOut], bias [fanOut]. */
export interface DrawnMap {
  readonly kernel: tf.Tensor;
  readonly bias: tf.Tensor;
}

/** Outputs [n, outputs] of a network of any kind under the drawn weights, in TensorFlow.js layers. x: [n, inputs]. */
export function naiveForward(
  plan: NetworkPlan,
  activation: ActivationKind,
  maps: readonly DrawnMap[],
  x: tf.Tensor,
): tf.Tensor {
  const activate = activationOf(activation);
  const n = x.shape[0]!;
  return plan.ops.reduce<tf.Tensor>((values, op, index) => {
    if (op.kind === 'convolution') return convolution(op, activate, maps[op.map]!, values, n);
    if (op.kind === 'recurrent') return lstm(op, maps[op.maps[0]!]!, values, n);
    const { kernel, bias } = maps[op.map]!;
    const linear = tf.add(tf.matMul(tf.reshape(values, [n, -1]) as tf.Tensor2D, kernel as tf.Tensor2D), bias);
    return index < plan.ops.length - 1 ? activate(linear) : linear;
  }, x);
}

function activationOf(kind: ActivationKind): (values: tf.Tensor) => tf.Tensor {
  if (kind === 'relu') return tf.relu;
  if (kind === 'silu') return (values) => tf.mul(values, tf.sigmoid(values));
  throw new Error(`no baseline has this activation: ${kind}`);
}

function convolution(
  { height, width, channels, kernelSize, filters }: ConvolutionOp,
  activate: (values: tf.Tensor) => tf.Tensor,
  { kernel, bias }: DrawnMap,
  values: tf.Tensor,
  n: number,
): tf.Tensor {
  const images = tf.reshape(values, [n, height, width, channels]) as tf.Tensor4D;
  const filter = tf.reshape(kernel, [kernelSize, kernelSize, channels, filters]) as tf.Tensor4D;
  const active = activate(tf.add(tf.conv2d(images, filter, 1, 'same'), bias)) as tf.Tensor4D;
  return tf.maxPool(active, 2, 2, 'valid');
}

/** Gates i, f, g, o from one map of [x, h] (Gers et al. 2000), step by step. */
function lstm(
  { cell, steps, width, hidden, everyStep }: RecurrentOp,
  { kernel, bias }: DrawnMap,
  values: tf.Tensor,
  n: number,
): tf.Tensor {
  if (cell !== 'lstm') throw new Error(`no baseline has this cell: ${cell}`);
  const inputs = tf.unstack(tf.reshape(values, [n, steps, width]), 1);
  let h: tf.Tensor = tf.zeros([n, hidden]);
  let c: tf.Tensor = tf.zeros([n, hidden]);
  const all: tf.Tensor[] = [];
  for (const input of inputs) {
    const joined = tf.concat([input, h], 1) as tf.Tensor2D;
    const [i, f, g, o] = tf.split(tf.add(tf.matMul(joined, kernel as tf.Tensor2D), bias), 4, 1);
    c = tf.add(tf.mul(tf.sigmoid(f!), c), tf.mul(tf.sigmoid(i!), tf.tanh(g!)));
    h = tf.mul(tf.sigmoid(o!), tf.tanh(c));
    all.push(h);
  }
  return everyStep ? tf.stack(all, 1) : h;
}
