import { expect, test } from 'vitest';
import { createWasmEngine, freeEnergyGradientWasm, hasWasm } from '../../src/engine/wasm/index.ts';
import type { EngineChoice, Experiment } from '../../src/experiment/document/experiment.ts';
import type { Backend } from '../../src/experiment/engine/backends.ts';
import type { EngineSource } from '../../src/worker/engineSources.ts';
import type { LoopParts } from '../../src/worker/loopParts.ts';
import { curveOf } from '../experiment/document/curve.ts';
import { type StandIns, standInSources } from './engineStandIns.ts';
import { smallExperiment } from './experimentForTests.ts';
import { type Loop, startLoop } from './loopHarness.ts';

const withEngine = (engine: EngineChoice): Experiment => ({
  ...smallExperiment,
  view: { ...smallExperiment.view, engine },
});

const wasm: EngineSource = {
  prepare: async () => hasWasm(),
  compile: async () => {},
  create: createWasmEngine(),
  gradient: freeEnergyGradientWasm,
};

function startWith(loop: Loop, engine: EngineChoice, steps: number | null): void {
  const experiment = withEngine(engine);
  loop.receive({ type: 'start', runId: 1, experiment, checkpoint: null, distrustGpu: false });
  loop.receive({ type: 'train', runId: 1, steps, order: 1 });
}

const statuses = (loop: Loop) => loop.reportsOf('engine').map(({ status }) => status);
const running = (loop: Loop) => statuses(loop).at(-1)?.backend;

test.each(['webgl', 'tfjs'] as const)('a run pinned to %s takes every step in it', async (choice) => {
  const engines = { webgl: {}, 'tfjs-webgl': {} };
  let referenceSteps = 0;
  const { createReference } = standInSources(engines);
  const loop = startLoop({
    engines,
    parts: {
      createReference: (problem, state) => {
        const engine = createReference(problem, state);
        const train: typeof engine.train = (steps, milliseconds) => {
          referenceSteps++;
          return engine.train(steps, milliseconds);
        };
        return { ...engine, train };
      },
    },
  });
  startWith(loop, choice, 12);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  expect(loop.reportsOf('paused')[0]!.step).toBe(12);
  expect(referenceSteps).toBe(0);
  const backends = statuses(loop).map(({ backend }) => backend);
  expect(backends).toEqual(['reference', choice === 'tfjs' ? 'tfjs-webgl' : 'webgl']);
  expect(loop.reportsOf('occupied').at(-1)!.milliseconds).toBe(0);
});

test('WebGL that fails is replaced by WebAssembly, which trains exactly on', async () => {
  const loop = startLoop({ engines: { wasm: {}, webgl: { error: 'context lost' } } });
  startWith(loop, 'webgl', 12);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  expect(loop.reportsOf('paused')[0]!.step).toBe(12);
  expect(statuses(loop).at(-1)).toEqual({
    backend: 'wasm',
    choice: 'webgl',
    reason: 'WebAssembly: WebGL stopped with an error',
  });
});

test('WebAssembly that fails is replaced by plain TypeScript', async () => {
  const loop = startLoop({ engines: { wasm: { error: 'out of memory' } } });
  startWith(loop, 'auto', 12);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  expect(loop.reportsOf('paused')[0]!.step).toBe(12);
  expect(statuses(loop).at(-1)).toMatchObject({
    backend: 'reference',
    reason: 'Plain TypeScript: WebAssembly stopped with an error',
  });
});

/** WebAssembly whose engine fails at a given call, once. */
function failingOnce(method: 'state' | 'outputs', fails: () => boolean): Partial<LoopParts> {
  const { load } = standInSources({ wasm: {} });
  let failed = false;
  const guard =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (!failed && fails()) {
        failed = true;
        throw new Error('context lost');
      }
      return await call(...args);
    };
  const source = async (): Promise<EngineSource> => {
    const found = await load.wasm();
    return {
      ...found,
      create: (problem, state) => {
        const engine = found.create(problem, state);
        return method === 'state'
          ? { ...engine, state: guard(engine.state) }
          : { ...engine, outputs: guard(engine.outputs) };
      },
    };
  };
  return { load: { ...load, wasm: source } };
}

test('an engine that fails in the last snapshot loses no step: the steps are repeated before paused', async () => {
  const loop: Loop = startLoop({
    parts: failingOnce('outputs', () => loop.reportsOf('progressed').length > 0),
  });
  startWith(loop, 'auto', 0);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  loop.receive({ type: 'train', runId: 1, steps: 12, order: 2 });
  await loop.until(() => loop.reportsOf('paused').length === 2);
  expect(loop.reportsOf('paused')[1]).toMatchObject({ step: 12, order: 2 });
  expect(running(loop)).toBe('reference');
});

test('a pause during which the engine fails is still answered', async () => {
  let pauses = false;
  const loop = startLoop({ parts: failingOnce('state', () => pauses) });
  startWith(loop, 'auto', null);
  await loop.until(() => loop.reportsOf('progressed').length > 2);
  pauses = true;
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await loop.until(() => loop.reportsOf('paused').length === 1);
  await loop.untilIdle();
  expect(loop.reportsOf('paused')).toMatchObject([{ order: 2 }]);
  expect(running(loop)).toBe('reference');
  expect(loop.reportsOf('failed')).toEqual([]);
});

test('the first comparison begins after half a second of training, which continues meanwhile', async () => {
  const loop = startLoop({ engines: { wasm: { speed: 2 }, webgl: { speed: 8 } } });
  startWith(loop, 'auto', null);
  await loop.until(() => running(loop) === 'webgl');
  const begun = loop.times[loop.reports.findIndex(({ type }) => type === 'occupied')]!;
  expect(begun).toBeGreaterThanOrEqual(500);
  const shown = loop.reportsOf('progressed').map(({ snapshot }) => snapshot);
  // Half a second of slices, then one for each of at least seven rounds.
  expect(shown.findLast(({ backend }) => backend === 'wasm')!.step).toBeGreaterThan(1000 + 7 * 20);
  expect(loop.reportsOf('paused')).toEqual([]);
});

test('an experiment that only plain TypeScript supports is never compared, and nothing is downloaded', async () => {
  let loads = 0;
  const { load } = standInSources({});
  const webgl = () => {
    loads++;
    return load.webgl();
  };
  const loop = startLoop({ draws: false, parts: { load: { ...load, webgl, 'tfjs-webgl': webgl } } });
  const auto = withEngine('auto');
  const experiment = { ...auto, inference: { ...auto.inference, method: 'map' as const } };
  loop.receive({ type: 'start', runId: 1, experiment, checkpoint: null, distrustGpu: false });
  loop.receive({ type: 'train', runId: 1, steps: null, order: 1 });
  await loop.until(() => loop.now() > 2000);
  expect(loads).toBe(0);
  expect(statuses(loop).map(({ reason }) => reason)).toEqual([
    'Plain TypeScript: this method runs nowhere else',
  ]);
});

/** WebAssembly is ten times as fast as WebGL. */
const tenfold = {
  wasm: { speed: 2 },
  webgl: { speed: 0.2 },
  trains: false,
} satisfies StandIns;

test('an engine that was measured as slow under load is corrected by a later comparison', async () => {
  // From the first trial until five seconds, wasm alone is slowed forty times: the worst case for a trial.
  const load = (backend: Backend, time: number) => (backend === 'wasm' && time > 500 && time < 5000 ? 40 : 1);
  const loop = startLoop({ draws: false, engines: { ...tenfold, load } });
  startWith(loop, 'auto', null);
  await loop.until(() => running(loop) === 'webgl');
  expect(statuses(loop).at(-1)!.reason).toMatch(/^WebGL: .* times as fast here as WebAssembly/);
  await loop.until(() => running(loop) === 'wasm');
  expect(statuses(loop).at(-1)!.reason).toMatch(/^WebAssembly: 10 times as fast here as WebGL/);
  expect(loop.now()).toBeLessThan(25_000);
});

test('an engine that becomes far slower than in its trial is compared again soon', async () => {
  // The graphics card is fast until three seconds, and then shared with another program.
  const load = (backend: Backend, time: number) => (backend === 'webgl' && time > 3000 ? 30 : 1);
  const engines = { wasm: { speed: 2 }, webgl: { speed: 8 }, trains: false, load };
  const loop = startLoop({ draws: false, engines });
  startWith(loop, 'auto', null);
  await loop.until(() => running(loop) === 'webgl');
  await loop.until(() => running(loop) === 'wasm');
  expect(loop.now()).toBeLessThan(10_000);
});

test('a shape is compared four times at most', async () => {
  const loop = startLoop({ draws: false, engines: tenfold });
  startWith(loop, 'auto', null);
  await loop.until(() => loop.now() > 100_000);
  // The first status is that of the engine that can start immediately.
  expect(statuses(loop)).toHaveLength(1 + 4);
});

test('a change of engine during a run does not change the free energy or the prediction', async () => {
  const { load } = standInSources({});
  const loop = startLoop({ parts: { load: { ...load, wasm: async () => wasm } } });
  startWith(loop, 'wasm', 50);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  const before = loop.reportsOf('progressed').at(-1)!.snapshot;
  loop.receive({ type: 'change', runId: 1, experiment: withEngine('reference') });
  await loop.until(() => loop.reportsOf('progressed').at(-1)!.snapshot.backend === 'reference');
  const after = loop.reportsOf('progressed').at(-1)!.snapshot;
  expect([before.backend, before.step, after.step]).toEqual(['wasm', 50, 50]);
  // The same parameters and draws: only the float32 of the outputs differs.
  expect(after.freeEnergy.total / before.freeEnergy.total).toBeCloseTo(1, 4);
  expect([...after.weights.mu]).toEqual([...before.weights.mu]);
  for (const [i, mean] of curveOf(after).mean.entries()) expect(curveOf(before).mean[i]).toBeCloseTo(mean, 4);
});

test('a change to a method that only plain TypeScript supports continues there', async () => {
  const loop = startLoop({ parts: { load: { ...standInSources({}).load, wasm: async () => wasm } } });
  const experiment = withEngine('auto');
  loop.receive({ type: 'start', runId: 1, experiment, checkpoint: null, distrustGpu: false });
  await loop.until(() => loop.reportsOf('progressed').length === 1);
  const inference = { ...experiment.inference, method: 'map' as const };
  loop.receive({ type: 'change', runId: 1, experiment: { ...experiment, inference } });
  await loop.until(() => loop.reportsOf('engine').length === 2);
  expect(loop.reportsOf('engine').map(({ status }) => [status.backend, status.reason])).toEqual([
    ['wasm', 'WebAssembly: starts at once'],
    ['reference', 'Plain TypeScript: this method runs nowhere else'],
  ]);
  expect(loop.reportsOf('failed')).toEqual([]);
});
