import { multiplyAdds } from '../../model/networks/index.ts';
import type { Problem } from '../problem/problem.ts';
import type { Engine } from './engine.ts';
import type { Yield } from './yield.ts';

/** Multiply-adds between two yields to waiting messages. */
export const CHUNK = 4e6;

/** Outputs [draws, rows, outputCount], computed in chunks between which waiting messages are handled. */
export async function drawOutputs(
  problem: Problem,
  engine: Engine,
  inputs: Float64Array,
  draws: number,
  kept: Uint8Array | undefined,
  yieldToMessages: Yield,
): Promise<Float64Array> {
  const rows = inputs.length / problem.inputCount;
  if (rows === 0) return new Float64Array(0);
  const chunk = Math.max(1, Math.min(draws, Math.floor(CHUNK / (rows * multiplyAdds(problem.plan)))));
  const size = rows * problem.outputCount;
  const outputs = new Float64Array(draws * size);
  for (let first = 0; first < draws; first += chunk) {
    if (first > 0) await yieldToMessages();
    outputs.set(await engine.outputs(inputs, first, Math.min(chunk, draws - first), kept), first * size);
  }
  return outputs;
}
