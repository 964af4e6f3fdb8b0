import { beforeAll, describe, expect, it } from 'vitest';
import { createWasmEngine, wasmCapabilities } from '../../src/engine/wasm/index.ts';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import { pictureKindOf } from '../../src/experiment/document/pictureKind.ts';
import type { EngineFactory } from '../../src/experiment/engine/engine.ts';
import { supports } from '../../src/experiment/engine/engineCapabilities.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { createRandom, standardNormal, streams } from '../../src/math/random.ts';
import { datasets, loadDataset } from '../../src/model/datasets/index.ts';
import { type LikelihoodKind, likelihoods, type Task } from '../../src/model/likelihoods/index.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { unshowableTerm } from '../../src/worker/picture.ts';
import { isFullSize } from '../testSize.ts';
import { combinationsOf, combined, ids, longCombinationsOf } from './combinations.ts';
import { expectBetterThanConstant, expectFall, freeEnergyByDraw } from './learning.ts';

beforeAll(async () => {
  await Promise.all(ids.map(loadDataset));
});

/** Custom data: a table, or images of 6 × 6 pixels; y is a number or one of three classes. */
function ownData(what: 'table' | 'images', task: Task) {
  const random = createRandom(9, streams.data);
  const width = what === 'images' ? 36 : 3;
  return Array.from({ length: 60 }, (_, i) => {
    const label = i % 3;
    const x = Array.from({ length: width }, (_, k) => standardNormal(random) + (k % 3 === label ? 2 : 0));
    return { x, y: task === 'classification' ? label : x[0]! - x[1]! + 0.1 * standardNormal(random) };
  });
}

const engines: Readonly<Record<string, EngineFactory>> = {
  reference: createReferenceEngine,
  wasm: createWasmEngine(),
};

/**
 * Training steps of a pair, and of one combination for each data set, network and likelihood; the deep tier trains all
 * of them for the larger number.
 */
const STEPS = isFullSize ? 200 : 20;
const LONG_STEPS = 200;

/**
 * Trains in every engine. Afterwards the snapshot can be shown, and F fell by more than its standard error; after a
 * long training the predictions are better than any constant prediction.
 */
async function expectLearned(experiment: Experiment, steps: number): Promise<void> {
  const { id } = experiment.dataset;
  expect(supports(wasmCapabilities, experiment)).toBe(true);
  const problem = prepareProblem(experiment);
  for (const [name, create] of Object.entries(engines)) {
    const engine = create(problem, initialState(problem));
    const before = await freeEnergyByDraw(problem, engine);
    for (let taken = 0; taken < steps; ) taken += await engine.train(steps - taken, 60_000);
    const snapshot = await observe(problem, engine, async () => {});
    expect(snapshot.step, name).toBe(steps);
    expect(unshowableTerm(snapshot), name).toBeNull();
    expect(snapshot.predictive.kind, name).toBe(
      id === 'custom' ? pictureKindOf(experiment) : datasets[id].kind,
    );
    expectFall(before, await freeEnergyByDraw(problem, engine), name);
    if (steps === LONG_STEPS) await expectBetterThanConstant(problem, engine, name);
    engine.dispose();
  }
}

describe.each(ids)('the data set %s', (id) => {
  it.each(combinationsOf(id))(
    'is learned by a %s network with the %s likelihood, or is refused',
    async (kind, likelihood) => {
      const experiment = combined(id, kind, likelihood);
      // The dense network is compatible with every data set, but Bernoulli supports two classes only.
      if (!experiment) {
        expect(kind !== 'dense' || likelihood === 'bernoulli').toBe(true);
        return;
      }
      const isLong = longCombinationsOf(id).has(`${kind} ${likelihood}`);
      await expectLearned(experiment, isLong ? LONG_STEPS : STEPS);
    },
  );
});

describe.each(ids.filter((id) => datasets[id].kind === 'sequence'))('the series %s', (id) => {
  const kinds = (Object.keys(likelihoods) as LikelihoodKind[]).filter(
    (kind) => likelihoods[kind].task === datasets[id].task,
  );
  it.each(kinds)('is learned by a sharpened posterior with the %s likelihood', async (likelihood) => {
    const experiment = combined(id, 'recurrent', likelihood, true);
    expect(experiment?.network.sharpening).toBe(true);
    await expectLearned(experiment!, STEPS);
  });
});

describe.each([
  ['table', 'regression', 'gaussian', 'dense'],
  ['table', 'regression', 'heteroscedastic', 'recurrent'],
  ['table', 'classification', 'categorical', 'dense'],
  ['images', 'classification', 'categorical', 'convolutional'],
  ['images', 'classification', 'categorical', 'recurrent'],
] as const)('custom %s for %s', (what, task, likelihood, kind) => {
  it(`is learned by a ${kind} network with the ${likelihood} likelihood`, async () => {
    const resolved = setFields(defaultExperiment(), {
      'dataset.id': 'custom',
      'dataset.task': task,
      'dataset.points': ownData(what === 'images' ? 'images' : 'table', task),
      'dataset.images': what === 'images',
      'dataset.testFraction': 0.2,
      'network.kind': kind,
      'network.hidden': [4],
      'network.channels': [3],
      'likelihood.kind': likelihood,
      'inference.samples': 1,
      'inference.batchSize': 16,
      'prediction.samples': 4,
    });
    if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join());
    expect(pictureKindOf(resolved.experiment)).toBe(what === 'images' ? 'images' : 'table');
    await expectLearned(resolved.experiment, STEPS);
  });
});
