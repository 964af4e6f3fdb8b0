import { type Random, standardNormal } from '../../math/random.ts';
import { cells } from './cells.ts';
import type { NetworkPlan } from './plan.ts';

/**
 * Initial posterior means [P]: kernels from N(0, 2/fanIn) (He et al. 2015); the last layer and recurrent cells from
 * N(0, 1/fanIn). Hidden biases of dense networks from N(0, 1), which spreads the kinks of a ReLU network over the
 * standardised inputs; all other biases 0, except 1 for the gate that keeps the state of a recurrent cell (Jozefowicz
 * et al. 2015, §2.2).
 */
export function initialMeans(plan: NetworkPlan, random: Random): Float64Array {
  const means = new Float64Array(plan.parameterCount);
  const spreads = plan.ops.every(({ kind }) => kind === 'dense');
  const recurrent = new Set(plan.ops.flatMap((op) => (op.kind === 'recurrent' ? op.maps : [])));
  plan.layers.forEach((layer, index) => {
    const last = index === plan.layers.length - 1;
    const kernelSigma = Math.sqrt((last || recurrent.has(index) ? 1 : 2) / layer.fanIn);
    for (let i = layer.kernelOffset; i < layer.biasOffset; i++)
      means[i] = kernelSigma * standardNormal(random);
    if (last || !spreads) return;
    for (let i = layer.biasOffset; i < layer.biasOffset + layer.fanOut; i++)
      means[i] = standardNormal(random);
  });
  for (const op of plan.ops) {
    if (op.kind !== 'recurrent') continue;
    const [from, to] = cells[op.cell].keepGate;
    const { biasOffset } = plan.layers[op.maps[0]!]!;
    means.fill(1, biasOffset + from * op.hidden, biasOffset + to * op.hidden);
  }
  return means;
}
