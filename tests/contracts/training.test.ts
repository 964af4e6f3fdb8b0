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
import { combinationsOf, combined, ids } from './combinations.ts';

beforeAll(async () => {
  await Promise.all(ids.map(loadDataset));
});

/** Data of a person's own: a table, and images of 6 × 6 pixels; y is a number or one of three classes. */
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

/** Trains it for 200 steps in every engine; pictures of before and after can be shown, and its free energy falls. */
async function expectLearned(experiment: Experiment): Promise<void> {
  const { id } = experiment.dataset;
  expect(supports(wasmCapabilities, experiment)).toBe(true);
  const problem = prepareProblem(experiment);
  for (const [name, create] of Object.entries(engines)) {
    const engine = create(problem, initialState(problem));
    const before = await observe(problem, engine, async () => {});
    for (let taken = 0; taken < 200; ) taken += await engine.train(200 - taken, 60_000);
    const after = await observe(problem, engine, async () => {});
    expect(after.step, name).toBe(200);
    expect(unshowableTerm(after), name).toBeNull();
    expect(after.freeEnergy.total, name).toBeLessThan(before.freeEnergy.total);
    expect(after.predictive.kind, name).toBe(id === 'custom' ? pictureKindOf(experiment) : datasets[id].kind);
    engine.dispose();
  }
}

describe.each(ids)('the data set %s', (id) => {
  it.each(combinationsOf(id))(
    'is learned by a %s network with the %s likelihood, or is refused',
    async (kind, likelihood) => {
      const experiment = combined(id, kind, likelihood);
      // Every data set has a network that goes with it, whatever the likelihood of its classes.
      if (!experiment) {
        expect(kind !== 'dense' || likelihood === 'bernoulli').toBe(true);
        return;
      }
      await expectLearned(experiment);
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
    await expectLearned(experiment!);
  });
});

describe.each([
  ['a table', 'regression', 'gaussian', 'dense'],
  ['a table', 'regression', 'heteroscedastic', 'recurrent'],
  ['a table', 'classification', 'categorical', 'dense'],
  ['images', 'classification', 'categorical', 'convolutional'],
  ['images', 'classification', 'categorical', 'recurrent'],
] as const)('%s of one’s own, for %s', (what, task, likelihood, kind) => {
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
    await expectLearned(resolved.experiment);
  });
});
