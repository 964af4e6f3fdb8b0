import { beforeAll, expect, it } from 'vitest';
import { createTfjsEngine, prepareTfjs } from '../../src/engine/tfjs/index.ts';
import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { loadDataset } from '../../src/model/datasets/index.ts';
import { unshowableTerm } from '../../src/worker/picture.ts';
import { combinationsOf, combined, ids } from '../contracts/combinations.ts';

const STEPS = 20;

beforeAll(async () => {
  expect(await prepareTfjs()).toBe(true);
  await Promise.all(ids.map(loadDataset));
});

/**
 * Each network with each likelihood once, on the first data set that supports both: further ones use the same
 * operations.
 */
const pairs = new Map(
  ids
    .toReversed()
    .flatMap((id) => combinationsOf(id).map(([kind, likelihood]) => ({ id, kind, likelihood })))
    .filter(({ id, kind, likelihood }) => combined(id, kind, likelihood) !== null)
    .map((pair) => [`${pair.kind} ${pair.likelihood}`, pair]),
);

it.each([...pairs.values()])(
  'TensorFlow.js learns with a $kind network and the $likelihood likelihood on $id',
  async ({ id, kind, likelihood }) => {
    const problem = prepareProblem(combined(id, kind, likelihood)!);
    const start = initialState(problem);
    const engine = createTfjsEngine(problem, start);
    for (let taken = 0; taken < STEPS; ) taken += await engine.train(STEPS - taken, 60_000);
    const state = await engine.state();
    engine.dispose();
    // The wasm engine draws from these states, as when the page changes engines.
    const [before, after] = await Promise.all(
      [start, state].map(async (seen) => {
        const observer = createWasmEngine()(problem, seen);
        const picture = await observe(problem, observer, async () => {});
        observer.dispose();
        return picture;
      }),
    );
    expect(after!.step).toBe(STEPS);
    expect(unshowableTerm(after!)).toBeNull();
    expect(after!.freeEnergy.total).toBeLessThan(before!.freeEnergy.total);
  },
);
