import { createRandom, streams } from '../math/random.ts';
import { activations, networkOutputs } from '../networks/index.ts';
import { priors } from '../priors/index.ts';
import type { Problem } from './problem.ts';

/** Outputs [S′, inputs, outputCount] under draws of the prior: what the network believes before it has seen data. */
export function priorOutputs(problem: Problem, inputs: Float64Array): Float64Array {
  const { prior, network, prediction, seed } = problem.experiment;
  const random = createRandom(seed, streams.priorPredictive);
  const size = (inputs.length / problem.inputCount) * problem.outputCount;
  const outputs = new Float64Array(prediction.samples * size);
  for (let draw = 0; draw < prediction.samples; draw++) {
    const weights = problem.priorScale.map((scale) => scale * priors[prior.kind].draw(random, prior));
    outputs.set(networkOutputs(problem.plan, activations[network.activation], weights, inputs), draw * size);
  }
  return outputs;
}
