import { beforeAll, describe, expect, it } from 'vitest';
import { createTfjsEngine, prepareTfjs } from '../../src/engine/tfjs/index.ts';
import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/problem/problem.ts';
import { loadDataset } from '../../src/model/datasets/index.ts';
import { unshowableTerm } from '../../src/worker/picture.ts';
import { isFullSize } from '../testSize.ts';
import { combinationsOf, combined, ids, longCombinationsOf } from './combinations.ts';
import { expectFall, freeEnergyByDraw } from './learning.ts';

beforeAll(async () => {
  await Promise.all([...ids.map(loadDataset), prepareTfjs({ webgl: false })]);
});

/** The deep tier trains the first data set of each network and likelihood for 200 steps. */
const STEPS = 20;
const LONG_STEPS = isFullSize ? 200 : STEPS;

/**
 * The contract of the TensorFlow.js engine on the CPU backend, whose operations WebGL runs too: tests/browser compares
 * those with the reference. The wasm engine observes its states, as it does when the page changes engines.
 */
describe.each(ids)('TensorFlow.js and the data set %s', (id) => {
  const long = longCombinationsOf(id);
  const possible = combinationsOf(id).flatMap(([kind, likelihood]) => {
    const experiment = combined(id, kind, likelihood);
    const steps = long.has(`${kind} ${likelihood}`) ? LONG_STEPS : STEPS;
    return experiment ? [{ kind, likelihood, experiment, steps }] : [];
  });
  it.each(possible)('learn with a $kind network and the $likelihood likelihood', async (combination) => {
    const { experiment, steps } = combination;
    const problem = prepareProblem(experiment);
    const start = initialState(problem);
    const engine = createTfjsEngine(problem, start);
    for (let taken = 0; taken < steps; ) taken += await engine.train(steps - taken, 60_000);
    const state = await engine.state();
    engine.dispose();
    const estimates = [];
    for (const seen of [start, state]) {
      const observer = createWasmEngine()(problem, seen);
      estimates.push(await freeEnergyByDraw(problem, observer));
      const snapshot = await observe(problem, observer, async () => {});
      expect(snapshot.step).toBe(seen.step);
      expect(unshowableTerm(snapshot)).toBeNull();
      observer.dispose();
    }
    expect(state.step).toBe(steps);
    const [before, after] = estimates;
    expectFall(before!, after!, 'F');
  });
});
