import { describe, expect, it } from 'vitest';
import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { type CellKind, cells } from '../../src/model/networks/index.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { rowsOf, sharpenedSeries } from '../reference/networkProblems.ts';
import type { Changes } from '../reference/problems.ts';
import { largestError, objectiveErrors, perturbedProblem } from './agreement.ts';

const createEngine = createWasmEngine();

const cases = (Object.keys(cells) as CellKind[]).flatMap((cell) =>
  ([[3], [5, 3]] as const).flatMap((hidden) =>
    (['analytic', 'monte-carlo'] as const).map((kl) => [cell, hidden, kl] as const),
  ),
);

/** More windows than the network processes together; the last group is small. */
function sharpened(cell: CellKind, hidden: readonly number[], inference: Changes['inference'] = {}): Changes {
  const changes = sharpenedSeries(cell, hidden);
  return {
    ...changes,
    dataset: { points: rowsOf(5, 133, 'regression') },
    inference: { ...changes.inference, batchSize: 131, ...inference },
  };
}

describe.each(cases)('a sharpened posterior of %s, units %s, %s KL', (cell, hidden, kl) => {
  it('has the reference’s costs and gradient, element by element, gains too', async () => {
    const { problem, start } = perturbedProblem(sharpened(cell, hidden, { kl, klWeight: 0.7 }));
    for (const step of [4, 5]) {
      const errors = await objectiveErrors(problem, start.parameters, step);
      expect(errors.costs).toBeLessThan(1e-5);
      expect(errors.gradient).toBeLessThan(1e-3);
    }
  });

  it('has the reference’s state after fifty steps in minibatches, and its outputs and costs', async () => {
    const { problem, start } = perturbedProblem(sharpened(cell, hidden, { kl, batchSize: 40 }));
    const [reference, engine] = [createReferenceEngine(problem, start), createEngine(problem, start)];
    await reference.train(50, 1e9);
    await engine.train(50, 1e9);
    const [expected, state] = [await reference.state(), await engine.state()];
    const gains = 2 * problem.plan.parameterCount + 1;
    expect(expected.parameters.subarray(gains).every((gain) => gain >= 0)).toBe(true);
    expect(largestError(expected.parameters, state.parameters)).toBeLessThan(1e-3);
    const outputs = await Promise.all([reference, engine].map((of) => of.outputs(problem.inputs, 3, 2)));
    expect(largestError(outputs[0]!, outputs[1]!)).toBeLessThan(1e-3);
    // Of a step of the run, and of one that snapshots evaluate.
    for (const step of [9, 2 ** 31 + 1]) {
      const [expected, cost] = [await reference.stepCosts!(step), await engine.stepCosts!(step)];
      expect(cost.sharpeningCost! / expected.sharpeningCost!).toBeCloseTo(1, 2);
      expect(cost.likelihoodCost).toBeCloseTo(expected.likelihoodCost, 1);
    }
    expect(await engine.state()).toEqual(state);
    engine.dispose();
  });
});
