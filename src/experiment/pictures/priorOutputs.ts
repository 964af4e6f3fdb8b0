import { createRandom, streams } from '../../math/random.ts';
import { activations, multiplyAdds, networkOutputs } from '../../model/networks/index.ts';
import { priors } from '../../model/priors/index.ts';
import { CHUNK } from '../engine/drawOutputs.ts';
import type { Yield } from '../engine/yield.ts';
import type { Problem } from '../problem/problem.ts';

/** Multiply-adds that draws of the prior may cost; above that, the same draws are repeated. */
const BUDGET = 5e8;
/** Minimum number of different draws, at any cost. */
const MIN_DRAWS = 4;

/** Outputs [S′, rows, outputCount] under draws of the prior. inputs: standardised, [rows, inputCount]. */
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
  const once = Math.max(1, rows * multiplyAdds(problem.plan));
  const different = Math.min(prediction.samples, Math.max(MIN_DRAWS, Math.floor(BUDGET / once)));
  let computed = 0;
  for (let draw = 0; draw < different; draw++) {
    if (computed >= CHUNK) {
      await yieldToMessages();
      computed = 0;
    }
    computed += once;
    const weights = problem.priorScale.map((scale) => scale * priors[prior.kind].draw(random, prior));
    outputs.set(networkOutputs(problem.plan, activations[network.activation], weights, inputs), draw * size);
  }
  for (let draw = different; draw < prediction.samples; draw++)
    outputs.copyWithin(draw * size, (draw % different) * size, ((draw % different) + 1) * size);
  return outputs;
}
