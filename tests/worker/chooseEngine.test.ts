import { expect, test } from 'vitest';
import type { EngineFactory } from '../../src/experiment/engine.ts';
import type { EngineChoice } from '../../src/experiment/experiment.ts';
import { prepareProblem } from '../../src/experiment/problem.ts';
import { initialState } from '../../src/experiment/state.ts';
import { createReferenceEngine, freeEnergyGradient } from '../../src/reference/index.ts';
import { searchFastest, searchTfjs, shapeKey } from '../../src/worker/chooseEngine.ts';
import { engineReasons } from '../../src/worker/engineReasons.ts';
import type { EngineSources, TfjsSource } from '../../src/worker/engineSources.ts';
import { smallExperiment } from './experimentForTests.ts';
import { startLoop } from './loopHarness.ts';
import { until } from './until.ts';

const problem = prepareProblem(smallExperiment);
const state = initialState(problem);
const question = { problem, state, stepMilliseconds: 20, distrustGpu: false };

/** Engines on a clock of their own: steps per millisecond are as given. */
function sources({
  webglSpeed = 1,
  referenceSpeed = 1,
  webgl = true,
  wrong = 0,
  loads = true,
  fast = true,
}): EngineSources {
  let time = 0;
  const timed =
    (speed: number): EngineFactory =>
    (problem, state) => ({
      ...createReferenceEngine(problem, state),
      train: async (steps, milliseconds) => {
        const taken = Math.min(steps, Math.ceil(milliseconds * speed));
        time += taken / speed;
        return taken;
      },
    });
  const tfjs: TfjsSource = {
    prepare: async (wanted) => (wanted.webgl && webgl ? 'tfjs-webgl' : 'tfjs-cpu'),
    create: timed(webglSpeed),
    gradient: async (...args) => {
      const { costs, gradient } = freeEnergyGradient(...args);
      return { costs, gradient: gradient.map((g) => g * (1 + wrong)) };
    },
  };
  return {
    createReference: timed(referenceSpeed),
    referenceGradient: freeEnergyGradient,
    loadTfjs: async () => {
      if (!loads) throw new Error('offline');
      return tfjs;
    },
    hasFastWebgl: () => fast,
    now: () => time,
  };
}

async function found(search: ReturnType<typeof searchFastest>) {
  for (;;) {
    const piece = await search.next();
    if (piece.done) return piece.value.status;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

test.each([
  [{ webglSpeed: 3 }, 'tfjs-webgl', engineReasons.webglFaster(3)],
  [{ webglSpeed: 1.2 }, 'reference', engineReasons.webglTooLittle(1.2)],
  [{ webglSpeed: 0.5, referenceSpeed: 3.1 }, 'reference', engineReasons.referenceFaster(6.2)],
  [{ webgl: false }, 'reference', engineReasons.noWebgl],
  [{ fast: false, webglSpeed: 3 }, 'reference', engineReasons.noWebgl],
  [{ webglSpeed: 3, wrong: 0.01 }, 'reference', engineReasons.webglFailedTest],
  [{ loads: false }, 'reference', engineReasons.notLoaded],
])('auto with %o runs %s: %s', async (given, backend, reason) => {
  expect(await found(searchFastest(sources(given), question))).toMatchObject({ backend, reason });
});

test('a step too small for WebGL to win, or a distrusted card, is not even tried', async () => {
  const none = { ...sources({}), loadTfjs: () => Promise.reject(new Error('asked for')) };
  const small = await found(searchFastest(none, { ...question, stepMilliseconds: 0.61 }));
  expect(small.reason).toBe('Plain TypeScript: a step takes 0.6 ms, less than handing it to WebGL');
  expect((await found(searchFastest(none, { ...question, distrustGpu: true }))).reason).toBe(
    engineReasons.distrusted,
  );
});

test.each([
  [{}, false, 'tfjs-webgl', engineReasons.pinnedWebgl],
  [{ webgl: false }, false, 'tfjs-cpu', engineReasons.cpuNoWebgl],
  [{}, true, 'tfjs-cpu', engineReasons.cpuDistrusted],
  [{ wrong: 0.01 }, false, 'reference', engineReasons.tfjsFailedTest],
])(
  'TensorFlow.js pinned with %o, distrusted %s, runs %s: %s',
  async (given, distrustGpu, backend, reason) => {
    expect(await found(searchTfjs(sources(given), { ...question, distrustGpu }))).toMatchObject({
      backend,
      reason,
    });
  },
);

test('one more point does not ask again, more samples do', () => {
  const key = (samples: number, count: number, choice: EngineChoice = 'auto') => {
    const points = Array.from({ length: count }, (_, i) => ({ x: [i], y: i }));
    const { dataset, inference, view } = smallExperiment;
    const changed = {
      ...smallExperiment,
      dataset: { ...dataset, points },
      inference: { ...inference, samples },
      view: { ...view, engine: choice },
    };
    return shapeKey(prepareProblem(changed), false);
  };
  expect(key(4, 20)).toBe(key(4, 21));
  expect(key(4, 20)).not.toBe(key(8, 20));
  expect(key(4, 20)).not.toBe(key(4, 80));
  expect(key(4, 20)).not.toBe(key(4, 20, 'tfjs'));
});

test('a run pinned to TensorFlow.js takes every step in it', async () => {
  const pinned = { ...smallExperiment, view: { ...smallExperiment.view, engine: 'tfjs' as const } };
  let referenceSteps = 0;
  const create: EngineFactory = (problem, state) => ({
    ...createReferenceEngine(problem, state),
    backend: 'tfjs-webgl',
  });
  const { loadTfjs } = sources({});
  const loop = startLoop({
    parts: {
      loadTfjs: async () => ({ ...(await loadTfjs()), create }),
      createReference: (problem, state) => {
        const engine = createReferenceEngine(problem, state);
        const train: typeof engine.train = (steps, milliseconds) => {
          referenceSteps++;
          return engine.train(steps, milliseconds);
        };
        return { ...engine, train };
      },
    },
  });
  loop.receive({ type: 'start', runId: 1, experiment: pinned, checkpoint: null, distrustGpu: false });
  loop.receive({ type: 'train', runId: 1, steps: 12, order: 1 });
  await until(() => loop.of('paused').length === 1);
  expect(loop.of('paused')[0]!.step).toBe(12);
  expect(referenceSteps).toBe(0);
  expect(loop.of('engine').map(({ status }) => status.backend)).toEqual(['reference', 'tfjs-webgl']);
  expect(loop.of('occupied').at(-1)!.milliseconds).toBe(0);
});

test('TensorFlow.js that stops with an error hands over to plain TypeScript, which trains exactly on', async () => {
  const pinned = { ...smallExperiment, view: { ...smallExperiment.view, engine: 'tfjs' as const } };
  const { loadTfjs } = sources({});
  const create: EngineFactory = (problem, state) => ({
    ...createReferenceEngine(problem, state),
    backend: 'tfjs-webgl',
    train: async () => {
      throw new Error('context lost');
    },
  });
  const loop = startLoop({ parts: { loadTfjs: async () => ({ ...(await loadTfjs()), create }) } });
  loop.receive({ type: 'start', runId: 1, experiment: pinned, checkpoint: null, distrustGpu: false });
  loop.receive({ type: 'train', runId: 1, steps: 12, order: 1 });
  await until(() => loop.of('paused').length === 1);
  expect(loop.of('paused')[0]!.step).toBe(12);
  expect(loop.of('engine').at(-1)!.status).toMatchObject({
    backend: 'reference',
    reason: engineReasons.stopped,
  });
});
