import { createRandom, streams } from '../math/random.ts';
import { activations, multiplyAdds, networkOutputs } from '../networks/index.ts';
import { priors } from '../priors/index.ts';
import { CHUNK, type Yield } from './drawOutputs.ts';
import type { Problem } from './problem.ts';

/** Outputs [S′, inputs, outputCount] under draws of the prior: what the network believes before it has seen data. */
export async function priorOutputs(
  problem: Problem,
  inputs: Float64Array,
  yieldToMessages: Yield,
): Promise<Float64Array> {
  const { prior, network, prediction, seed } = problem.experiment;
  const random = createRandom(seed, streams.priorPredictive);
  const rows = inputs.length / problem.inputCount;
  const size = rows * problem.outputCount;
  const outputs = new Float64Array(prediction.samples * size);
  let computed = 0;
  for (let draw = 0; draw < prediction.samples; draw++) {
    if (computed >= CHUNK) {
      await yieldToMessages();
      computed = 0;
    }
    computed += rows * multiplyAdds(problem.plan);
    const weights = problem.priorScale.map((scale) => scale * priors[prior.kind].draw(random, prior));
    outputs.set(networkOutputs(problem.plan, activations[network.activation], weights, inputs), draw * size);
  }
  return outputs;
}
