import { expect, test } from 'vitest';
import { createWasmEngine, freeEnergyGradientWasm, hasWasm } from '../../src/engine/wasm/index.ts';
import type { EngineChoice, Experiment } from '../../src/experiment/document/experiment.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import type { EngineSource, EngineSources } from '../../src/worker/engineSources.ts';
import { curveOf } from '../experiment/document/curve.ts';
import { type StandIns, standInSources } from './engineStandIns.ts';
import { smallExperiment } from './experimentForTests.ts';
import { startLoop } from './loopHarness.ts';
import { until } from './until.ts';

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

/** Stand-ins that really train: only what is said of them is not true. */
function engines(given: StandIns, train?: () => Promise<never>): EngineSources['load'] {
  const { load } = standInSources(given);
  const real = (backend: keyof typeof load) => async (): Promise<EngineSource> => ({
    ...(await load[backend]()),
    create: (problem, state) => ({
      ...createReferenceEngine(problem, state),
      backend,
      ...(train && { train }),
    }),
  });
  return {
    wasm: given.wasm ? real('wasm') : load.wasm,
    webgl: real('webgl'),
    'tfjs-webgl': real('tfjs-webgl'),
  };
}

function startPinned(parts: NonNullable<Parameters<typeof startLoop>[0]>['parts'], choice: EngineChoice) {
  const loop = startLoop({ parts: parts ?? {} });
  loop.receive({
    type: 'start',
    runId: 1,
    experiment: withEngine(choice),
    checkpoint: null,
    distrustGpu: false,
  });
  loop.receive({ type: 'train', runId: 1, steps: 12, order: 1 });
  return loop;
}

test.each(['webgl', 'tfjs'] as const)('a run pinned to %s takes every step in it', async (choice) => {
  let referenceSteps = 0;
  const loop = startPinned(
    {
      load: engines({ webgl: {}, 'tfjs-webgl': {} }),
      createReference: (problem, state) => {
        const engine = createReferenceEngine(problem, state);
        const train: typeof engine.train = (steps, milliseconds) => {
          referenceSteps++;
          return engine.train(steps, milliseconds);
        };
        return { ...engine, train };
      },
    },
    choice,
  );
  await until(() => loop.of('paused').length === 1);
  expect(loop.of('paused')[0]!.step).toBe(12);
  expect(referenceSteps).toBe(0);
  const backends = loop.of('engine').map(({ status }) => status.backend);
  expect(backends).toEqual(['reference', choice === 'tfjs' ? 'tfjs-webgl' : 'webgl']);
  expect(loop.of('occupied').at(-1)!.milliseconds).toBe(0);
});

test('WebGL that stops with an error hands over to WebAssembly, which trains exactly on', async () => {
  const stops = async () => {
    throw new Error('context lost');
  };
  const { webgl } = engines({ webgl: {} }, stops);
  const { wasm } = engines({ wasm: {} });
  const loop = startPinned({ load: { ...engines({}), webgl, wasm } }, 'webgl');
  await until(() => loop.of('paused').length === 1);
  expect(loop.of('paused')[0]!.step).toBe(12);
  expect(loop.of('engine').at(-1)!.status).toEqual({
    backend: 'wasm',
    choice: 'webgl',
    reason: 'WebAssembly: WebGL stopped with an error',
  });
});

test('WebAssembly that stops with an error hands over to plain TypeScript', async () => {
  const stops = async () => {
    throw new Error('out of memory');
  };
  const loop = startPinned({ load: engines({ wasm: {} }, stops) }, 'auto');
  await until(() => loop.of('paused').length === 1);
  expect(loop.of('paused')[0]!.step).toBe(12);
  expect(loop.of('engine').at(-1)!.status).toMatchObject({
    backend: 'reference',
    reason: 'Plain TypeScript: WebAssembly stopped with an error',
  });
});

test('a hand-over in mid-run does not move the free energy or the picture', async () => {
  const loop = startLoop({ parts: { load: { ...engines({}), wasm: async () => wasm } } });
  loop.receive({
    type: 'start',
    runId: 1,
    experiment: withEngine('wasm'),
    checkpoint: null,
    distrustGpu: false,
  });
  loop.receive({ type: 'train', runId: 1, steps: 50, order: 1 });
  await until(() => loop.of('paused').length === 1);
  const before = loop.of('progressed').at(-1)!.snapshot;
  loop.receive({ type: 'change', runId: 1, experiment: withEngine('reference') });
  await until(() => loop.of('progressed').at(-1)!.snapshot.backend === 'reference');
  const after = loop.of('progressed').at(-1)!.snapshot;
  expect([before.backend, before.step, after.step]).toEqual(['wasm', 50, 50]);
  // The same parameters and draws: only the float32 of the outputs differs.
  expect(after.freeEnergy.total / before.freeEnergy.total).toBeCloseTo(1, 4);
  expect([...after.weights.mu]).toEqual([...before.weights.mu]);
  for (const [i, mean] of curveOf(after).mean.entries()) expect(curveOf(before).mean[i]).toBeCloseTo(mean, 4);
});

test('a change to a method that only plain TypeScript has goes on there', async () => {
  const loop = startLoop({ parts: { load: { ...engines({}), wasm: async () => wasm } } });
  const experiment = withEngine('auto');
  loop.receive({ type: 'start', runId: 1, experiment, checkpoint: null, distrustGpu: false });
  await until(() => loop.of('progressed').length === 1);
  const inference = { ...experiment.inference, method: 'map' as const };
  loop.receive({ type: 'change', runId: 1, experiment: { ...experiment, inference } });
  await until(() => loop.of('engine').length === 2);
  expect(loop.of('engine').map(({ status }) => [status.backend, status.reason])).toEqual([
    ['wasm', 'WebAssembly: starts at once'],
    ['reference', 'Plain TypeScript: this method runs nowhere else'],
  ]);
  expect(loop.of('failed')).toEqual([]);
});
