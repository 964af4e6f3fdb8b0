import { beforeAll, describe, expect, test } from 'vitest';
import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import type { Engine } from '../../src/experiment/engine/engine.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { Predictive, Snapshot } from '../../src/experiment/pictures/snapshot.ts';
import { snapshotParts } from '../../src/experiment/pictures/snapshotParts.ts';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { calibrationOf } from '../../src/experiment/scores/calibration.ts';
import { pruningCurve } from '../../src/experiment/scores/pruningCurve.ts';
import { createRandom, standardNormal, streams } from '../../src/math/random.ts';
import { loadDataset } from '../../src/model/datasets/index.ts';
import { gradientVariance, nextStep } from '../../src/reference/index.ts';
import { omitNonFinite, snapshotBuffers, unshowableTerm } from '../../src/worker/picture.ts';
import { smallExperiment } from './experimentForTests.ts';
import { startLoop } from './loopHarness.ts';
import { until } from './until.ts';

type Part = keyof typeof snapshotParts;
type Path = readonly string[];

/** Rows of a custom table; y is a number or one of three classes. */
function tablePoints(classes: boolean) {
  const random = createRandom(9, streams.data);
  return Array.from({ length: 30 }, (_, i) => {
    const x = [standardNormal(random), standardNormal(random) + (i % 3), standardNormal(random)];
    return { x, y: classes ? i % 3 : x[0]! - x[1]! };
  });
}

/** An example of each kind of picture; tables have two. */
const kinds = {
  curve: [{ 'dataset.id': 'blundell' }],
  plane: [{ 'dataset.id': 'moons' }],
  images: [{ 'dataset.id': 'digits' }],
  sequence: [{ 'dataset.id': 'airline' }],
  table: [false, true].map((classes) => ({
    'dataset.id': 'custom',
    'dataset.task': classes ? 'classification' : 'regression',
    'dataset.points': tablePoints(classes),
    'dataset.testFraction': 0.2,
  })),
} as const satisfies Record<Predictive['kind'], readonly Readonly<Record<string, unknown>>[]>;

interface Example {
  readonly problem: Problem;
  readonly engine: Engine;
  readonly snapshot: Snapshot;
}

/** A real snapshot with everything that a page can request, of a small network after a few steps. */
async function exampleOf(fields: Readonly<Record<string, unknown>>): Promise<Example> {
  const resolved = setFields(defaultExperiment(), {
    ...fields,
    'network.hidden': [4],
    'network.channels': [3],
    'prediction.samples': 4,
    'inference.batchSize': 16,
    'view.draw': 'frozen',
    'view.panels': ['predictive', 'network', 'weights', 'step'],
  });
  if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join());
  const problem = prepareProblem(resolved.experiment);
  const engine = createWasmEngine()(problem, initialState(problem));
  await engine.train(2, 1e9);
  return { problem, engine, snapshot: await snapshotOf(problem, engine) };
}

async function snapshotOf(problem: Problem, engine: Engine): Promise<Snapshot> {
  const instantly = async () => {};
  const { state, ...picture } = await observe(problem, engine, instantly, [problem.points[0]!.x]);
  const { predictive } = picture;
  return {
    ...picture,
    nextStep: nextStep(problem, state, predictive.kind === 'curve' ? predictive.x : null),
    gradientVariance: gradientVariance(problem, state.parameters, 4),
    calibration: await calibrationOf(problem, engine, predictive, instantly),
    pruning: await pruningCurve(problem, engine, instantly),
    stepsPerSecond: 10,
  };
}

/** The path of every typed array of a snapshot. */
function arrayPaths(value: unknown, path: Path = []): readonly Path[] {
  if (ArrayBuffer.isView(value)) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => arrayPaths(inner, [...path, key]));
}

function arrayAt(snapshot: Snapshot, path: Path): Float64Array {
  return path.reduce<unknown>((value, key) => Reflect.get(value as object, key), snapshot) as Float64Array;
}

const examples: Example[] = [];
beforeAll(async () => {
  await Promise.all([loadDataset('digits'), loadDataset('airline')]);
  for (const fields of Object.values(kinds).flat()) examples.push(await exampleOf(fields));
});

test('the examples cover every kind of picture and, together, every part', () => {
  expect([...new Set(examples.map(({ snapshot }) => snapshot.predictive.kind))]).toEqual(Object.keys(kinds));
  // Chains are plain numbers, and only methods with chains have them.
  for (const part of Object.keys(snapshotParts) as Part[])
    if (part !== 'chains')
      expect(
        examples.some(({ snapshot }) => snapshot[part] !== null),
        part,
      ).toBe(true);
  for (const { snapshot } of examples) {
    expect(unshowableTerm(snapshot)).toBeNull();
    expect(omitNonFinite(snapshot)).toBe(snapshot);
  }
});

describe.each([Number.NaN, Number.POSITIVE_INFINITY])('%f in any array', (poison) => {
  test('is reported, omitted or declared harmless, as its part states', () => {
    for (const { snapshot } of examples)
      for (const path of arrayPaths(snapshot)) {
        const array = arrayAt(snapshot, path);
        if (array.length === 0) continue;
        const at = array.length - 1;
        const good = array[at]!;
        array[at] = poison;
        const [part] = path as [Part];
        const { nonFinite } = snapshotParts[part];
        const name = path.join('.');
        const isTerm = nonFinite === 'complexityCost' || nonFinite === 'likelihoodCost';
        expect(unshowableTerm(snapshot), name).toBe(isTerm ? nonFinite : null);
        const sent = omitNonFinite(snapshot);
        expect(sent[part], name).toBe(nonFinite === 'omitted' ? null : snapshot[part]);
        array[at] = good;
      }
  });
});

test('numbers outside arrays are checked as well', () => {
  const { snapshot } = examples[0]!;
  const { freeEnergy, draw, nextStep: next } = snapshot;
  expect(unshowableTerm({ ...snapshot, noiseSigma: Number.NaN })).toBe('likelihoodCost');
  expect(unshowableTerm({ ...snapshot, freeEnergy: { ...freeEnergy, complexityCost: Number.NaN } })).toBe(
    'complexityCost',
  );
  expect(unshowableTerm({ ...snapshot, freeEnergy: { ...freeEnergy, sharpeningCost: Number.NaN } })).toBe(
    'likelihoodCost',
  );
  expect(unshowableTerm({ ...snapshot, draw: { ...draw!, likelihoodCost: Number.NaN } })).toBe(
    'likelihoodCost',
  );
  expect(
    omitNonFinite({ ...snapshot, nextStep: { ...next!, likelihoodCost: Number.NaN } }).nextStep,
  ).toBeNull();
});

test('every array is transferred exactly once, or copied for a reason, and arrives unchanged', async () => {
  for (const { problem, engine, snapshot } of examples) {
    const again = await snapshotOf(problem, engine);
    const paths = arrayPaths(again);
    const buffers = snapshotBuffers(again);
    expect(new Set(buffers).size).toBe(buffers.length);
    const isTransferred = (path: Path) => snapshotParts[path[0] as Part].arrays === 'transferred';
    const expected = paths.filter(isTransferred).map((path) => arrayAt(again, path).buffer);
    expect(new Set(buffers)).toEqual(new Set(expected));
    const received = structuredClone(again, { transfer: buffers });
    // Transferring has detached no array that the engine or the problem needs for the next snapshot.
    expect(received).toEqual(snapshot);
    for (const path of paths)
      expect(arrayAt(again, path).buffer.byteLength === 0, path.join('.')).toBe(
        isTransferred(path) && arrayAt(received, path).buffer.byteLength > 0,
      );
  }
});

test('a next step that is not finite is omitted from the snapshot that the worker sends', async () => {
  const loop = startLoop({
    parts: { nextStep: (...asked) => ({ ...nextStep(...asked)!, complexityCost: Number.NaN }) },
  });
  const view = { ...smallExperiment.view, panels: ['predictive', 'step'] as const };
  const experiment = { ...smallExperiment, view };
  loop.receive({ type: 'start', runId: 1, experiment, checkpoint: null, distrustGpu: false });
  await until(() => loop.reportsOf('progressed').length > 0);
  expect(loop.reportsOf('progressed')[0]!.snapshot.nextStep).toBeNull();
});
