import { expect, test } from 'vitest';
import type { Backend } from '../../src/experiment/pictures/snapshot.ts';
import { prepareProblem } from '../../src/experiment/problem/problem.ts';
import { createRandom } from '../../src/math/random.ts';
import { autoCandidates, firstEngine } from '../../src/worker/engineCandidates.ts';
import { verdictOf } from '../../src/worker/engineTrial.ts';
import { type StandIns, standInSources } from './engineStandIns.ts';
import { smallExperiment } from './experimentForTests.ts';
import { runTrial } from './runTrial.ts';

const problem = prepareProblem(smallExperiment);

/** The backend that a trial from WebAssembly chooses, and its speed in steps per millisecond. */
async function winner(given: StandIns): Promise<[Backend, number | null]> {
  const sources = standInSources({ wasm: {}, trains: false, ...given });
  const current = await firstEngine(sources, problem, 'auto');
  const { backend } = current.status;
  const query = {
    experiment: problem.experiment,
    current: backend,
    stepMilliseconds: 20,
    distrustGpu: false,
  };
  const candidates = autoCandidates(sources, query);
  const { chosen, speed } = await runTrial(sources, { problem, current, candidates, pinned: false });
  return [chosen.status.backend, speed];
}

test('a challenger wins with seven rounds of nine and a median gain of 1.5, and loses with three', () => {
  expect(verdictOf([])).toBe('undecided');
  expect(verdictOf(Array(6).fill(5))).toBe('undecided');
  expect(verdictOf(Array(7).fill(5))).toBe('wins');
  expect(verdictOf(Array(7).fill(1.4))).toBe('loses');
  expect(verdictOf([0.1, 5, 5, 5, 5, 0.1, 5, 5])).toBe('undecided');
  expect(verdictOf([0.1, 5, 5, 5, 5, 0.1, 5, 5, 5])).toBe('wins');
  expect(verdictOf([0.1, 5, 0.1, 5, 0.1])).toBe('loses');
  // One lucky round is no victory.
  expect(verdictOf([100, 0.9, 0.9, 0.9])).toBe('loses');
});

test.each<[string, number, Backend]>([
  ['four times as fast wins', 4, 'webgl'],
  ['1.2 times as fast is not worth the change', 1.2, 'wasm'],
])('on a quiet machine, %s', async (_, speed, backend) => {
  expect((await winner({ webgl: { speed }, reference: { speed: 0.1 } }))[0]).toBe(backend);
});

test.each<[string, (engine: Backend, time: number) => number]>([
  ['one round of the current engine', (engine, time) => (engine === 'wasm' && time < 60 ? 50 : 1)],
  ['one round of the challenger', (engine, time) => (engine === 'reference' && time < 120 ? 50 : 1)],
  ['everything, for the whole trial', () => 50],
])('work that slows down %s does not make plain TypeScript replace WebAssembly', async (_, load) => {
  const [backend] = await winner({ reference: { speed: 0.2 }, graphicsCard: false, load });
  expect(backend).toBe('wasm');
});

test('the graphics card wins although a third of the rounds of either engine is disturbed', async () => {
  const random = createRandom(3, 0);
  const load = () => (random() < 0.15 ? 20 : 1);
  expect((await winner({ webgl: { speed: 6 }, reference: { speed: 0.1 }, load }))[0]).toBe('webgl');
});

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'under contention at random, seed %i, plain TypeScript never replaces an engine five times as fast',
  async (seed) => {
    const random = createRandom(seed, 0);
    // A scheduler that gives the thread between a tenth of a core and all of it.
    const load = () => 1 / (0.1 + 0.9 * random());
    const [backend] = await winner({ reference: { speed: 0.2 }, graphicsCard: false, load });
    expect(backend).toBe('wasm');
  },
);

test('the promised speed is the median of the rounds, not that of a disturbed one', async () => {
  const load = (_: Backend, time: number) => (time > 100 && time < 140 ? 9 : 1);
  const [backend, speed] = await winner({ webgl: { speed: 4 }, reference: { speed: 0.1 }, load });
  expect([backend, speed]).toEqual(['webgl', 4]);
});
