import { freeEnergyGradientWebgl } from '../../src/engine/webgl/index.ts';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { freeEnergyGradient } from '../../src/reference/index.ts';
import { largestError } from '../engine/perturbed.ts';

/** Largest errors of the costs and the gradient of one step, WebGL against the reference. */
export async function objectiveErrors(problem: Problem, parameters: Float64Array, step: number) {
  const expected = freeEnergyGradient(problem, parameters, step);
  const found = await freeEnergyGradientWebgl(problem, parameters, step);
  const costsOf = ({ costs }: typeof expected) => [costs.complexityCost, costs.likelihoodCost] as const;
  const costs = costsOf(expected).map(
    (cost, i) => Math.abs(costsOf(found)[i]! - cost) / (1 + Math.abs(cost)),
  );
  return { costs: Math.max(...costs), gradient: largestError(expected.gradient, found.gradient) };
}

/**
 * Number of calls of these functions of every WebGL context while `act` runs; functions whose names begin with
 * `delete` count −1, so that an allocation that is freed again counts 0.
 */
export async function callsDuring(names: readonly string[], act: () => unknown): Promise<number> {
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<
    string,
    (...args: never[]) => unknown
  >;
  const originals = names.map((name) => prototype[name]!);
  let calls = 0;
  names.forEach((name, i) => {
    prototype[name] = function (this: WebGL2RenderingContext, ...args: never[]) {
      calls += name.startsWith('delete') ? -1 : 1;
      return originals[i]!.apply(this, args);
    };
  });
  try {
    await act();
  } finally {
    names.forEach((name, i) => {
      prototype[name] = originals[i]!;
    });
  }
  return calls;
}
