import { expect, test } from 'vitest';
import type { EngineChoice } from '../../src/experiment/document/experiment.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import {
  autoCandidates,
  firstEngine,
  pinnedCandidates,
  shapeKey,
} from '../../src/worker/engineCandidates.ts';
import { engineReasons, type Hindered, hindrances } from '../../src/worker/engineReasons.ts';
import { type StandIns, standInSources } from './engineStandIns.ts';
import { smallExperiment } from './experimentForTests.ts';
import { runTrial } from './runTrial.ts';

const problem = prepareProblem(smallExperiment);

async function ask(
  given: StandIns,
  choice: EngineChoice,
  { stepMilliseconds = 20, distrustGpu = false } = {},
) {
  const sources = standInSources({ trains: false, ...given });
  const current = await firstEngine(sources, problem, choice);
  const { experiment } = problem;
  const query = { experiment, current: current.status.backend, stepMilliseconds, distrustGpu };
  const pinned = choice === 'webgl' || choice === 'tfjs';
  const candidates = pinned ? pinnedCandidates(sources, choice, query) : autoCandidates(sources, query);
  const { chosen } = await runTrial(sources, { problem, current, candidates, pinned });
  return [chosen.status.backend, chosen.status.reason];
}

const { chosen, faster, instead } = engineReasons;
const webgl = (why: Hindered['why']) => ({ backend: 'webgl', why }) as const;
const missing = webgl(hindrances.missing);
const noCard = webgl(hindrances.noCard);

test.each<[StandIns, EngineChoice, string, string]>([
  [{ wasm: {} }, 'auto', 'wasm', 'WebAssembly: starts at once'],
  [{ wasm: {} }, 'wasm', 'wasm', chosen('wasm')],
  [{ wasm: {} }, 'reference', 'reference', chosen('reference')],
  [{ wasm: {} }, 'webgl', 'wasm', 'WebAssembly until WebGL is ready'],
  [{}, 'tfjs', 'reference', 'Plain TypeScript until TensorFlow.js is ready'],
  [{ wasm: { ready: false } }, 'auto', 'reference', 'Plain TypeScript: WebAssembly is not available here'],
  [{ wasm: { wrong: 0.01 } }, 'auto', 'reference', 'Plain TypeScript: WebAssembly failed its self-test here'],
  [
    { wasm: { supports: false } },
    'wasm',
    'reference',
    'Plain TypeScript: WebAssembly lacks this method or estimator',
  ],
])('immediately, with %o and %s chosen, %s: %s', async (given, choice, backend, reason) => {
  const { status } = await firstEngine(standInSources(given), problem, choice);
  expect(status).toEqual({ backend, choice, reason });
});

test.each<[StandIns, string, string]>([
  [{ wasm: {}, webgl: { speed: 3 } }, 'webgl', faster('webgl', 3, 'wasm')],
  [
    { wasm: {}, webgl: { speed: 1.2 }, reference: { speed: 0.1 } },
    'wasm',
    'WebAssembly: WebGL is only 1.2 times as fast here',
  ],
  [
    { wasm: {}, webgl: { speed: 0.5 }, reference: { speed: 0.5 } },
    'wasm',
    'WebAssembly: WebGL is 2.0 times slower here',
  ],
  // Plain TypeScript never races against WebAssembly that works, whatever a measurement would say.
  [{ wasm: { speed: 0.1 }, graphicsCard: false }, 'wasm', instead('wasm', noCard)],
  [{ wasm: { speed: 2 }, webgl: { ready: false } }, 'wasm', instead('wasm', missing)],
  [{ graphicsCard: false }, 'reference', instead('reference', noCard)],
  [{ webgl: { speed: 3, wrong: 0.01 } }, 'reference', instead('reference', webgl(hindrances.failedTest))],
  [{ webgl: { loads: false } }, 'reference', instead('reference', webgl(hindrances.notLoaded))],
  [
    { wasm: { speed: 2 }, webgl: { speed: 9, error: 'context lost' } },
    'wasm',
    instead('wasm', webgl(hindrances.stopped)),
  ],
  // TensorFlow.js is tried for experiments that the WebGL engine does not support.
  [
    { webgl: { supports: false }, 'tfjs-webgl': { speed: 3 } },
    'tfjs-webgl',
    faster('tfjs-webgl', 3, 'reference'),
  ],
])('auto with %o runs %s: %s', async (given, backend, reason) => {
  expect(await ask(given, 'auto')).toEqual([backend, reason]);
});

test('WebGL is not tried for a step too small for it to win, or on a distrusted card', async () => {
  const fast = { wasm: { speed: 2 }, webgl: { speed: 100 } };
  expect(await ask(fast, 'auto', { stepMilliseconds: 0.061 })).toEqual([
    'wasm',
    'WebAssembly: WebGL cannot win at 0.061 ms a step',
  ]);
  expect(await ask(fast, 'auto', { distrustGpu: true })).toEqual([
    'wasm',
    instead('wasm', webgl(hindrances.distrusted)),
  ]);
  const stock = { wasm: { speed: 2 }, webgl: { supports: false }, 'tfjs-webgl': { speed: 100 } };
  expect((await ask(stock, 'auto', { stepMilliseconds: 3 }))[0]).toBe('wasm');
});

test.each<[StandIns, EngineChoice, boolean, string, string]>([
  [{ 'tfjs-webgl': {} }, 'tfjs', false, 'tfjs-webgl', chosen('tfjs-webgl')],
  [
    { wasm: {}, 'tfjs-webgl': { ready: false } },
    'tfjs',
    false,
    'wasm',
    'WebAssembly: TensorFlow.js on WebGL is not available here',
  ],
  [
    { wasm: {}, 'tfjs-webgl': {} },
    'tfjs',
    true,
    'wasm',
    'WebAssembly: TensorFlow.js on WebGL stopped responding twice',
  ],
  [
    { 'tfjs-webgl': { wrong: 0.01 } },
    'tfjs',
    false,
    'reference',
    'Plain TypeScript: TensorFlow.js on WebGL failed its self-test here',
  ],
  // A pinned engine need not be the fastest, nor run on a fast card.
  [{ wasm: { speed: 9 }, webgl: {}, graphicsCard: false }, 'webgl', false, 'webgl', chosen('webgl')],
  [{ wasm: {}, webgl: {} }, 'webgl', true, 'wasm', 'WebAssembly: WebGL stopped responding twice'],
  [
    { wasm: {}, webgl: { wrong: 0.01 } },
    'webgl',
    false,
    'wasm',
    'WebAssembly: WebGL failed its self-test here',
  ],
])(
  'with %o and %s pinned, distrusted %s, runs %s: %s',
  async (given, choice, distrustGpu, backend, reason) => {
    expect(await ask(given, choice, { distrustGpu })).toEqual([backend, reason]);
  },
);

test('one more point starts no new comparison; more samples or another prior do', () => {
  const { dataset, inference, prior, view } = smallExperiment;
  const key = (count: number, changes: Partial<typeof smallExperiment> = {}) => {
    const points = Array.from({ length: count }, (_, i) => ({ x: [i], y: i }));
    return shapeKey(
      prepareProblem({ ...smallExperiment, dataset: { ...dataset, points }, ...changes }),
      false,
    );
  };
  expect(key(20)).toBe(key(21));
  expect(key(20)).toBe(key(20, { prior: { ...prior, sigma: 2 * prior.sigma } }));
  expect(key(20)).not.toBe(key(80));
  expect(key(20)).not.toBe(key(20, { inference: { ...inference, samples: inference.samples + 1 } }));
  expect(key(20)).not.toBe(key(20, { prior: { ...prior, kind: 'laplace' } }));
  expect(key(20)).not.toBe(key(20, { view: { ...view, engine: 'tfjs' } }));
});
