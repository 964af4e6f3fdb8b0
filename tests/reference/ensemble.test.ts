import { expect, it } from 'vitest';
import { resolveExperiment } from '../../src/experiment/document/resolve.ts';
import { initialState, rowLength } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { doubtOf } from '../../src/experiment/scores/doubt.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { posteriorGradient } from '../../src/reference/methods/pointEstimates.ts';

const MEMBERS = 5;

/** Spread of the members in the gap of the two clusters, and −log p(w, D) of each member, after some steps. */
async function membersAfter(steps: number, priorSigma: number) {
  const resolved = resolveExperiment({
    version: 1,
    dataset: { id: 'two-clusters' },
    prior: { sigma: priorSigma },
    inference: { method: 'deep-ensemble', samples: MEMBERS },
  });
  if ('faults' in resolved) throw new Error(resolved.faults[0]!.message);
  const problem = prepareProblem(resolved.experiment);
  const engine = createReferenceEngine(problem, initialState(problem));
  await engine.train(1, 1e9);
  for (let taken = 1; taken < steps; ) taken += await engine.train(steps - taken, 1e9);
  const { predictive } = await observe(problem, engine, async () => {});
  const { parameters } = await engine.state();
  const length = rowLength(problem);
  const losses = Array.from({ length: MEMBERS }, (_, row) => {
    const { costs } = posteriorGradient(problem, parameters.slice(row * length, (row + 1) * length), 0);
    return costs.complexityCost + costs.likelihoodCost;
  });
  engine.dispose();
  return {
    spread: doubtOf(predictive, problem.points, null)!.value,
    lossRange: Math.max(...losses) - Math.min(...losses),
  };
}

// The initial weights have the scale of He et al. 2015, as in Lakshminarayanan et al. 2017, so the members start as different
// functions. The spread goes away in training, because −log p(w, D) with this prior has one minimum as a function of x.
it('members of an ensemble start apart, find one minimum under the prior of width 1, and differ under a wider one', async () => {
  const start = await membersAfter(1, 1);
  const trained = await membersAfter(3000, 1);
  const wide = await membersAfter(3000, 10);
  // Measured: 0.14 and 174 nats, 0.0003 and 0.02 nats, 0.053.
  expect(start.spread).toBeGreaterThan(0.1);
  expect(start.lossRange).toBeGreaterThan(50);
  expect(trained.spread).toBeLessThan(start.spread / 100);
  expect(trained.lossRange).toBeLessThan(0.1);
  expect(wide.spread).toBeGreaterThan(50 * trained.spread);
});
