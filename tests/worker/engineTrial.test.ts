import { expect, test } from 'vitest';
import type { Backend } from '../../src/experiment/engine/backends.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { createRandom } from '../../src/math/random.ts';
import { autoCandidates, firstEngine, optionalEngine } from '../../src/worker/engineCandidates.ts';
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
  // Winning one round is not enough.
  expect(verdictOf([100, 0.9, 0.9, 0.9])).toBe('loses');
});

test.each<[string, number, Backend]>([
  ['four times as fast wins', 4, 'webgl'],
  ['1.2 times as fast is not worth the change', 1.2, 'wasm'],
])('without other load, %s', async (_, speed, backend) => {
  expect((await winner({ webgl: { speed }, reference: { speed: 0.1 } }))[0]).toBe(backend);
});

/** Slows down the slices of an engine for which `isHit` holds, forty times; they count from 0. */
function slowed(engine: Backend, isHit: (slice: number) => boolean): NonNullable<StandIns['load']> {
  let slice = 0;
  return (backend) => (backend === engine && isHit(slice++) ? 40 : 1);
}

/** WebGL trains a fifth as fast as WebAssembly. */
const fifth = { webgl: { speed: 0.2 } } satisfies StandIns;

test.each(Array.from({ length: 12 }, (_, slice) => slice))(
  'WebAssembly wins although slice %i of it is slowed down forty times',
  async (hit) => {
    const load = slowed('wasm', (slice) => slice === hit);
    expect((await winner({ ...fifth, load }))[0]).toBe('wasm');
  },
);

test('load that slows down everything for a whole trial changes nothing', async () => {
  expect((await winner({ ...fifth, load: () => 50 }))[0]).toBe('wasm');
});

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'with a quarter of the slices of WebAssembly slowed down at random, seed %i, it still wins',
  async (seed) => {
    const random = createRandom(seed, 0);
    const load = slowed('wasm', () => random() < 0.25);
    expect((await winner({ ...fifth, load }))[0]).toBe('wasm');
  },
);

test.each([true, false])(
  'plain TypeScript never replaces WebAssembly, even one that is slowed down in every slice; graphics card: %s',
  async (graphicsCard) => {
    const load = slowed('wasm', () => true);
    const reference = { speed: 100 };
    expect((await winner({ webgl: { speed: 0.001 }, reference, graphicsCard, load }))[0]).toBe('wasm');
    const sources = standInSources({ wasm: {}, graphicsCard });
    const query = { experiment: problem.experiment, stepMilliseconds: 20, distrustGpu: false };
    const candidates = autoCandidates(sources, { ...query, current: 'wasm' });
    expect(candidates.map(({ backend }) => backend)).not.toContain('reference');
  },
);

test('from the graphics card, plain TypeScript is raced only where WebAssembly cannot run', async () => {
  const chosenFrom = async (given: StandIns) => {
    const sources = standInSources({ trains: false, 'tfjs-webgl': {}, webgl: {}, ...given });
    const source = await sources.load.webgl();
    const current = optionalEngine(source, 'webgl', 'auto', '');
    const query = { experiment: problem.experiment, stepMilliseconds: 20, distrustGpu: false };
    const candidates = autoCandidates(sources, { ...query, current: 'webgl' });
    return (await runTrial(sources, { problem, current, candidates, pinned: false })).chosen.status.backend;
  };
  const reference = { speed: 100 };
  expect(await chosenFrom({ wasm: { speed: 0.5 }, reference })).toBe('webgl');
  expect(await chosenFrom({ wasm: { speed: 3 }, reference })).toBe('wasm');
  expect(await chosenFrom({ wasm: { ready: false }, reference })).toBe('reference');
});

test('the graphics card wins although some rounds of either engine are slowed down', async () => {
  const random = createRandom(3, 0);
  const load = () => (random() < 0.15 ? 20 : 1);
  expect((await winner({ webgl: { speed: 6 }, reference: { speed: 0.1 }, load }))[0]).toBe('webgl');
});

test('the reported speed is the median of the rounds, not that of a disturbed one', async () => {
  const load = (_: Backend, time: number) => (time > 100 && time < 140 ? 9 : 1);
  const [backend, speed] = await winner({ webgl: { speed: 4 }, reference: { speed: 0.1 }, load });
  expect([backend, speed]).toEqual(['webgl', 4]);
});
