import { type Random, standardNormal } from '../math/random.ts';

/** One dense layer: where its parameters stand in the flat vector. Kernel row-major [fanIn, fanOut], then bias [fanOut]. */
export interface DenseLayer {
  readonly name: string;
  readonly fanIn: number;
  readonly fanOut: number;
  readonly kernelOffset: number;
  readonly biasOffset: number;
}

/** A network as data: its layers and the length P of its flat parameter vector. */
export interface NetworkPlan {
  readonly layers: readonly DenseLayer[];
  readonly parameterCount: number;
}

/** The plan of a fully connected network. sizes: [inputs, …hidden, outputs], at least two. */
export function planDense(sizes: readonly number[]): NetworkPlan {
  const layers: DenseLayer[] = [];
  let offset = 0;
  for (let index = 0; index + 1 < sizes.length; index++) {
    const fanIn = sizes[index] as number;
    const fanOut = sizes[index + 1] as number;
    const biasOffset = offset + fanIn * fanOut;
    layers.push({ name: `dense${index + 1}`, fanIn, fanOut, kernelOffset: offset, biasOffset });
    offset = biasOffset + fanOut;
  }
  return { layers, parameterCount: offset };
}

/** Multiply-adds of one forward pass of one example. */
export function multiplyAdds(plan: NetworkPlan): number {
  return plan.layers.reduce((sum, layer) => sum + layer.fanIn * layer.fanOut, 0);
}

/**
 * Initial posterior means [P]: kernels from N(0, 2/fanIn) (He et al. 2015), hidden biases from N(0, 1), which spreads
 * the kinks of a ReLU network over the standardised inputs; the bias of the last layer 0.
 */
export function initialMeans(plan: NetworkPlan, random: Random): Float64Array {
  const means = new Float64Array(plan.parameterCount);
  plan.layers.forEach((layer, index) => {
    const last = index === plan.layers.length - 1;
    const kernelSigma = Math.sqrt((last ? 1 : 2) / layer.fanIn);
    for (let i = layer.kernelOffset; i < layer.biasOffset; i++)
      means[i] = kernelSigma * standardNormal(random);
    if (last) return;
    for (let i = layer.biasOffset; i < layer.biasOffset + layer.fanOut; i++)
      means[i] = standardNormal(random);
  });
  return means;
}
