import { beforeAll, describe, expect, it } from 'vitest';
import { createTfjsEngine, prepareTfjs } from '../../src/engine/tfjs/index.ts';
import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { loadDataset } from '../../src/model/datasets/index.ts';
import { unshowableTerm } from '../../src/worker/picture.ts';
import { combinationsOf, combined, ids } from './combinations.ts';

beforeAll(async () => {
  await Promise.all([...ids.map(loadDataset), prepareTfjs({ webgl: false })]);
});

/** Steps of the first data set with a network and likelihood; the others bring no operation that it has not run. */
const STEPS = 200;
const FEWER_STEPS = 20;
const trained = new Set<string>();

/**
 * The contract of the other engines, on the processor: the operations are those that WebGL runs, where tests/browser holds
 * them to the reference. The wasm engine takes the runs over to draw them, as it does when the page changes engines.
 */
describe.each(ids)('TensorFlow.js and the data set %s', (id) => {
  const possible = combinationsOf(id).flatMap(([kind, likelihood]) => {
    const experiment = combined(id, kind, likelihood);
    if (!experiment) return [];
    const steps = trained.has(`${kind} ${likelihood}`) ? FEWER_STEPS : STEPS;
    trained.add(`${kind} ${likelihood}`);
    return [{ kind, likelihood, experiment, steps }];
  });
  it.each(possible)('learn with a $kind network and the $likelihood likelihood', async (combination) => {
    const { experiment, steps } = combination;
    const problem = prepareProblem(experiment);
    const start = initialState(problem);
    const engine = createTfjsEngine(problem, start);
    for (let taken = 0; taken < steps; ) taken += await engine.train(steps - taken, 60_000);
    const state = await engine.state();
    engine.dispose();
    const pictures = [];
    for (const seen of [start, state]) {
      const observer = createWasmEngine()(problem, seen);
      pictures.push(await observe(problem, observer, async () => {}));
      observer.dispose();
    }
    const [before, after] = pictures;
    expect(after!.step).toBe(steps);
    expect(unshowableTerm(after!)).toBeNull();
    expect(after!.freeEnergy.total).toBeLessThan(before!.freeEnergy.total);
  });
});
