import { expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import { NonFiniteStep } from '../../src/experiment/engine/engine.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/problem/problem.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { curveOf } from '../experiment/document/curve.ts';
import { testExperiment } from '../reference/problems.ts';
import { smallExperiment } from './experimentForTests.ts';
import { type Loop, startLoop } from './loopHarness.ts';
import { until } from './until.ts';

const start = (loop: Loop, experiment: Experiment = smallExperiment, runId = 1) =>
  loop.receive({ type: 'start', runId, experiment, checkpoint: null, distrustGpu: false });
const train = (loop: Loop, steps: number | null, order = 1, runId = 1) =>
  loop.receive({ type: 'train', runId, steps, order });

/** Lets the event loop turn so often: a loop that trains yields to it after each slice. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

test('a start is answered by the prior predictive at step 0', async () => {
  const loop = startLoop();
  start(loop);
  await until(() => loop.of('progressed').length === 1);
  const { snapshot } = loop.of('progressed')[0]!;
  expect(snapshot.step).toBe(0);
  expect(curveOf(snapshot).mean.every(Number.isFinite)).toBe(true);
  expect(loop.of('engine')[0]?.status).toMatchObject({ backend: 'reference' });
});

test('training N steps trains exactly N, shows the last and pauses', async () => {
  const loop = startLoop();
  start(loop);
  for (const [order, steps] of [1, 17, 100].entries()) {
    train(loop, steps, order);
    await until(() => loop.of('paused').length === order + 1);
  }
  expect(loop.of('paused').map(({ step }) => step)).toEqual([1, 18, 118]);
  const beforePause = loop.reports.slice(
    0,
    loop.reports.findLastIndex(({ type }) => type === 'paused'),
  );
  expect(beforePause.findLast((report) => report.type === 'progressed')).toMatchObject({
    snapshot: { step: 118 },
  });
  expect(beforePause.findLast((report) => report.type === 'checkpoint')).toMatchObject({
    state: { step: 118 },
  });
});

test('the same seed gives the same numbers however training is sliced', async () => {
  const direct = createReferenceEngine(
    prepareProblem(smallExperiment),
    initialState(prepareProblem(smallExperiment)),
  );
  for (let step = 0; step < 60; step++) await direct.train(1, 0);
  const loop = startLoop();
  start(loop);
  train(loop, 7);
  train(loop, 53, 2);
  await until(() => loop.of('paused').some(({ step }) => step === 60));
  expect(loop.of('checkpoint').at(-1)?.state.parameters).toEqual((await direct.state()).parameters);
});

test('no second snapshot is sent before the first is drawn, and then the newest', async () => {
  const loop = startLoop({ draws: false });
  start(loop);
  train(loop, null);
  await until(() => loop.of('checkpoint').length >= 2);
  expect(loop.of('progressed')).toHaveLength(1);
  loop.receive({ type: 'drawn', runId: 1 });
  await until(() => loop.of('progressed').length === 2);
  expect(loop.of('progressed')[1]!.snapshot.step).toBeGreaterThan(0);
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await until(() => loop.of('paused').length === 1);
});

test('snapshots are at least a frame apart, and no slice is trained after a pause was asked for', async () => {
  // Every look at the clock is 1 ms later than the one before.
  let time = 0;
  let slices = 0;
  const loop = startLoop({
    parts: {
      now: () => time++,
      createReference: (problem, state) => {
        const engine = createReferenceEngine(problem, state);
        return {
          ...engine,
          train: (steps, milliseconds) => {
            slices++;
            return engine.train(Math.min(steps, 5), milliseconds);
          },
        };
      },
      post: (report, transfer) => {
        loop.post(report, transfer);
        if (report.type === 'progressed') shownAt.push(time);
      },
    },
  });
  const shownAt: number[] = [];
  start(loop);
  train(loop, null);
  await until(() => loop.of('progressed').length > 4);
  const before = slices;
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await until(() => loop.of('paused').length === 1);
  // The one that was under way.
  expect(slices).toBeLessThanOrEqual(before + 1);
  for (const [index, at] of shownAt.slice(1).entries())
    expect(at - shownAt[index]!).toBeGreaterThanOrEqual(15.5);
  expect(loop.of('progressed').at(-1)!.snapshot.stepsPerSecond).toBeGreaterThan(0);
});

test('a pause does not wait for the picture of its step, which follows', async () => {
  const loop = startLoop();
  start(loop);
  train(loop, null);
  await until(() => loop.of('progressed').length > 3);
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await until(() => loop.of('paused').length === 1);
  const { step } = loop.of('paused')[0]!;
  await until(() => loop.of('progressed').at(-1)!.snapshot.step === step);
  expect(loop.of('checkpoint').at(-1)!.state.step).toBe(step);
});

test('a changed prior in the middle of training keeps the posterior', async () => {
  const loop = startLoop();
  start(loop);
  train(loop, 50);
  await until(() => loop.of('paused').length === 1);
  const mu = loop.of('progressed').at(-1)!.snapshot.weights.mu;
  const shown = loop.of('progressed').length;
  loop.receive({
    type: 'change',
    runId: 1,
    experiment: { ...smallExperiment, prior: { ...smallExperiment.prior, sigma: 0.3 } },
  });
  await until(() => loop.of('progressed').length > shown);
  const after = loop.of('progressed').at(-1)!.snapshot;
  expect(after.step).toBe(50);
  expect(after.weights.mu).toEqual(mu);
});

test('a point edit keeps the units of the run, so that its function stays where it is', async () => {
  const loop = startLoop();
  start(loop);
  train(loop, 50);
  await until(() => loop.of('paused').length === 1);
  const mean = curveOf(loop.of('progressed').at(-1)!.snapshot).mean;
  const points = [...smallExperiment.dataset.points, { x: [1.9], y: -1 }];
  const shown = loop.of('progressed').length;
  loop.receive({
    type: 'change',
    runId: 1,
    experiment: { ...smallExperiment, dataset: { ...smallExperiment.dataset, points } },
  });
  await until(() => loop.of('progressed').length > shown);
  expect(curveOf(loop.of('progressed').at(-1)!.snapshot).mean).toEqual(mean);
});

test('commands of an old run are ignored', async () => {
  const loop = startLoop();
  start(loop, smallExperiment, 1);
  start(loop, smallExperiment, 2);
  train(loop, 5, 1, 1);
  train(loop, 3, 2, 2);
  await until(() => loop.of('paused').length === 1);
  expect(loop.of('paused')[0]).toMatchObject({ runId: 2, step: 3 });
});

test('a checkpoint goes on to the same numbers as an unbroken run', async () => {
  const [whole, first, second] = [startLoop(), startLoop(), startLoop()];
  start(whole);
  train(whole, 40);
  start(first);
  train(first, 15);
  await until(() => whole.of('paused').length + first.of('paused').length === 2);
  const { state, scalers } = first.of('checkpoint').at(-1)!;
  second.receive({
    type: 'start',
    runId: 1,
    experiment: smallExperiment,
    checkpoint: { state, scalers },
    distrustGpu: false,
  });
  train(second, 25);
  await until(() => second.of('paused').length === 1);
  expect(second.of('checkpoint').at(-1)!.state).toEqual(whole.of('checkpoint').at(-1)!.state);
});

test('a suspended run rests without saying so, and goes on', async () => {
  const loop = startLoop();
  start(loop);
  train(loop, null);
  await until(() => loop.of('checkpoint').length > 0);
  loop.receive({ type: 'suspend', suspended: true });
  await turns(20);
  const steps = loop.of('progressed').at(-1)!.snapshot.step;
  const reports = loop.reports.length;
  await turns(100);
  expect(loop.reports).toHaveLength(reports);
  expect(loop.of('paused')).toHaveLength(0);
  loop.receive({ type: 'suspend', suspended: false });
  await until(() => loop.of('progressed').at(-1)!.snapshot.step > steps);
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await until(() => loop.of('paused').length === 1);
});

test('a step that is not finite is rolled back, told with its term, and never drawn', async () => {
  const loop = startLoop({
    parts: {
      createReference: (problem, state) => {
        const engine = createReferenceEngine(problem, state);
        return {
          ...engine,
          train: async (steps, milliseconds) => {
            const { step } = await engine.state();
            if (step >= 20) throw new NonFiniteStep(step, 'likelihoodCost');
            return await engine.train(Math.min(steps, 20 - step), milliseconds);
          },
        };
      },
    },
  });
  start(loop);
  train(loop, null);
  await until(() => loop.of('diverged').length === 1 && loop.of('progressed').at(-1)!.snapshot.step === 20);
  expect(loop.of('diverged')[0]).toMatchObject({ step: 20, term: 'likelihoodCost' });
  expect(loop.of('paused')).toHaveLength(0);
});

test('a picture that is not finite is never sent: the run goes back to the last one shown', async () => {
  const loop = startLoop({
    parts: {
      observe: async (problem, engine, yieldToMessages) => {
        const picture = await observe(problem, engine, yieldToMessages);
        if (picture.step < 30) return picture;
        return { ...picture, freeEnergy: { ...picture.freeEnergy, complexityCost: Number.NaN } };
      },
    },
  });
  start(loop);
  train(loop, 10);
  await until(() => loop.of('paused').length === 1);
  train(loop, 100, 2);
  await until(() => loop.of('diverged').length === 1);
  await until(() => loop.of('checkpoint').at(-1)!.state.step < 30);
  expect(loop.of('diverged')[0]).toMatchObject({ term: 'complexityCost' });
  expect(
    loop.of('progressed').every(({ snapshot }) => Number.isFinite(snapshot.freeEnergy.complexityCost)),
  ).toBe(true);
});

test('any other fault ends in words, and the loop still answers', async () => {
  const loop = startLoop({
    parts: {
      createReference: (problem, state) => ({
        ...createReferenceEngine(problem, state),
        train: async () => {
          throw new Error('out of memory');
        },
      }),
    },
  });
  start(loop);
  train(loop, 5);
  await until(() => loop.of('failed').length === 1);
  expect(loop.of('failed')[0]!.message).toMatch(/out of memory.*rewind/);
  loop.receive({ type: 'ping', count: 3 });
  expect(loop.of('alive').at(-1)).toMatchObject({ count: 3 });
});

test('pictures have a curve of pruning while the page asks for one, and only then', async () => {
  const loop = startLoop();
  const classes = testExperiment({
    dataset: {
      task: 'classification',
      points: [-1, -0.5, 0.5, 1].map((x) => ({ x: [x, 1 - x], y: x > 0 ? 1 : 0 })),
    },
    network: { hidden: [3] },
    likelihood: { kind: 'bernoulli' },
    prediction: { samples: 5 },
  });
  start(loop, classes);
  train(loop, 5);
  await until(() => loop.of('paused').length === 1);
  expect(loop.of('progressed').at(-1)!.snapshot.pruning).toBeNull();
  const pictures = loop.of('progressed').length;
  loop.receive({ type: 'ask', runId: 1, queries: [], pruning: true });
  await until(() => loop.of('progressed').length > pictures);
  const { pruning, calibration } = loop.of('progressed').at(-1)!.snapshot;
  expect(pruning).toMatchObject({ of: 'training', draws: 5 });
  expect(pruning!.fractions).toHaveLength(pruning!.accuracy.length);
  expect(pruning!.accuracy[0]).toBe(calibration!.metrics.accuracy);
  loop.receive({ type: 'ask', runId: 1, queries: [] });
  await until(() => loop.of('progressed').at(-1)!.snapshot.pruning === null);
});
