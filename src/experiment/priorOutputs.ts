import { createRandom, streams } from '../math/random.ts';
import { activations, multiplyAdds, networkOutputs } from '../networks/index.ts';
import { priors } from '../priors/index.ts';
import type { Yield } from './drawOutputs.ts';
import type { Problem } from './problem.ts';

/** Multiply-adds of one draw above which messages are read after it: about 2 ms. */
const LARGE = 1e6;

/** Outputs [S′, inputs, outputCount] under draws of the prior: what the network believes before it has seen data. */
export async function priorOutputs(
  problem: Problem,
  inputs: Float64Array,
  yieldToMessages: Yield,
): Promise<Float64Array> {
  const { prior, network, prediction, seed } = problem.experiment;
  const random = createRandom(seed, streams.priorPredictive);
  const size = (inputs.length / problem.inputCount) * problem.outputCount;
  const outputs = new Float64Array(prediction.samples * size);
  const large = (inputs.length / problem.inputCount) * multiplyAdds(problem.plan) > LARGE;
  for (let draw = 0; draw < prediction.samples; draw++) {
    if (large && draw > 0) await yieldToMessages();
    const weights = problem.priorScale.map((scale) => scale * priors[prior.kind].draw(random, prior));
    outputs.set(networkOutputs(problem.plan, activations[network.activation], weights, inputs), draw * size);
  }
  return outputs;
}
