import { expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import { NonFiniteStep } from '../../src/experiment/engine/engine.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { curveOf } from '../experiment/document/curve.ts';
import { testExperiment } from '../reference/problems.ts';
import { standInSources } from './engineStandIns.ts';
import { smallExperiment } from './experimentForTests.ts';
import { type Loop, startLoop } from './loopHarness.ts';

const start = (loop: Loop, experiment: Experiment = smallExperiment, runId = 1) =>
  loop.receive({ type: 'start', runId, experiment, checkpoint: null, distrustGpu: false });
const train = (loop: Loop, steps: number | null, order = 1, runId = 1) =>
  loop.receive({ type: 'train', runId, steps, order });

/** Two classes of two points each. */
const classes = testExperiment({
  dataset: {
    task: 'classification',
    points: [-1, -0.5, 0.5, 1].map((x) => ({ x: [x, 1 - x], y: x > 0 ? 1 : 0 })),
  },
  network: { hidden: [3] },
  likelihood: { kind: 'bernoulli' },
  prediction: { samples: 5 },
});

test('a start is answered by the prior predictive at step 0', async () => {
  const loop = startLoop();
  start(loop);
  await loop.until(() => loop.reportsOf('progressed').length === 1);
  const { snapshot } = loop.reportsOf('progressed')[0]!;
  expect(snapshot.step).toBe(0);
  expect(curveOf(snapshot).mean.every(Number.isFinite)).toBe(true);
  expect(loop.reportsOf('engine')[0]?.status).toMatchObject({ backend: 'reference' });
});

test('training N steps trains exactly N, shows the last and pauses', async () => {
  const loop = startLoop();
  start(loop);
  for (const [order, steps] of [1, 17, 100].entries()) {
    train(loop, steps, order);
    await loop.until(() => loop.reportsOf('paused').length === order + 1);
  }
  expect(loop.reportsOf('paused').map(({ step }) => step)).toEqual([1, 18, 118]);
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

test('the same seed gives the same numbers in slices of any size', async () => {
  const direct = createReferenceEngine(
    prepareProblem(smallExperiment),
    initialState(prepareProblem(smallExperiment)),
  );
  for (let step = 0; step < 60; step++) await direct.train(1, 0);
  const loop = startLoop();
  start(loop);
  train(loop, 7);
  train(loop, 53, 2);
  await loop.until(() => loop.reportsOf('paused').some(({ step }) => step === 60));
  expect(loop.reportsOf('checkpoint').at(-1)?.state.parameters).toEqual((await direct.state()).parameters);
});

test('no second snapshot is sent before the first is drawn, and then the newest', async () => {
  const loop = startLoop({ draws: false });
  start(loop);
  train(loop, null);
  await loop.until(() => loop.reportsOf('checkpoint').length >= 2);
  expect(loop.reportsOf('progressed')).toHaveLength(1);
  loop.receive({ type: 'drawn', runId: 1 });
  await loop.until(() => loop.reportsOf('progressed').length === 2);
  expect(loop.reportsOf('progressed')[1]!.snapshot.step).toBeGreaterThan(0);
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await loop.until(() => loop.reportsOf('paused').length === 1);
});

test('snapshots are at least a frame apart, and report the training speed', async () => {
  const loop = startLoop({ engines: { reference: { speed: 0.5 } } });
  start(loop);
  train(loop, null);
  await loop.until(() => loop.reportsOf('progressed').length > 8);
  const at = loop.times.filter((_, index) => loop.reports[index]!.type === 'progressed');
  for (const [index, time] of at.slice(1).entries()) expect(time - at[index]!).toBeGreaterThanOrEqual(16);
  // Half a step a millisecond of training; yielding takes some more.
  const { stepsPerSecond } = loop.reportsOf('progressed').at(-1)!.snapshot;
  expect(stepsPerSecond).toBeGreaterThan(400);
  expect(stepsPerSecond).toBeLessThanOrEqual(500);
});

test('a pause is answered after the current slice', async () => {
  let slices = 0;
  const { createReference } = standInSources({});
  const loop = startLoop({
    parts: {
      createReference: (problem, state) => {
        const engine = createReference(problem, state);
        const train: typeof engine.train = (steps, milliseconds) => {
          slices++;
          return engine.train(steps, milliseconds);
        };
        return { ...engine, train };
      },
    },
  });
  start(loop);
  train(loop, null);
  await loop.until(() => loop.reportsOf('progressed').length > 3);
  const before = slices;
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await loop.until(() => loop.reportsOf('paused').length === 1);
  expect(slices - before).toBeLessThanOrEqual(1);
  expect(loop.reportsOf('paused')[0]).toMatchObject({ order: 2 });
});

test('a page that does not draw gets its last paused after a quarter of a second, without the snapshot', async () => {
  const loop = startLoop({ draws: false });
  start(loop);
  await loop.until(() => loop.reportsOf('progressed').length === 1);
  const asked = loop.now();
  train(loop, 5);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  expect(loop.now() - asked).toBeGreaterThanOrEqual(250);
  expect(loop.now() - asked).toBeLessThan(300);
  expect(loop.reportsOf('progressed')).toHaveLength(1);
  loop.receive({ type: 'drawn', runId: 1 });
  await loop.until(() => loop.reportsOf('progressed').length === 2);
  expect(loop.reportsOf('progressed')[1]!.snapshot.step).toBe(5);
  expect(loop.reportsOf('paused')).toHaveLength(1);
});

test('a pause does not wait for the snapshot of its step, which follows', async () => {
  const loop = startLoop();
  start(loop);
  train(loop, null);
  await loop.until(() => loop.reportsOf('progressed').length > 3);
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await loop.until(() => loop.reportsOf('paused').length === 1);
  const { step } = loop.reportsOf('paused')[0]!;
  await loop.until(() => loop.reportsOf('progressed').at(-1)!.snapshot.step === step);
  expect(loop.reportsOf('checkpoint').at(-1)!.state.step).toBe(step);
});

test('a changed prior in the middle of training keeps the posterior', async () => {
  const loop = startLoop();
  start(loop);
  train(loop, 50);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  const mu = loop.reportsOf('progressed').at(-1)!.snapshot.weights.mu;
  const shown = loop.reportsOf('progressed').length;
  loop.receive({
    type: 'change',
    runId: 1,
    experiment: { ...smallExperiment, prior: { ...smallExperiment.prior, sigma: 0.3 } },
  });
  await loop.until(() => loop.reportsOf('progressed').length > shown);
  const after = loop.reportsOf('progressed').at(-1)!.snapshot;
  expect(after.step).toBe(50);
  expect(after.weights.mu).toEqual(mu);
});

test('a point edit keeps the scalers of the run, so that its function does not change', async () => {
  const loop = startLoop();
  start(loop);
  train(loop, 50);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  const mean = curveOf(loop.reportsOf('progressed').at(-1)!.snapshot).mean;
  const points = [...smallExperiment.dataset.points, { x: [1.9], y: -1 }];
  const shown = loop.reportsOf('progressed').length;
  loop.receive({
    type: 'change',
    runId: 1,
    experiment: { ...smallExperiment, dataset: { ...smallExperiment.dataset, points } },
  });
  await loop.until(() => loop.reportsOf('progressed').length > shown);
  expect(curveOf(loop.reportsOf('progressed').at(-1)!.snapshot).mean).toEqual(mean);
});

test('commands of an old run are ignored', async () => {
  const loop = startLoop();
  start(loop, smallExperiment, 1);
  start(loop, smallExperiment, 2);
  train(loop, 5, 1, 1);
  train(loop, 3, 2, 2);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  expect(loop.reportsOf('paused')[0]).toMatchObject({ runId: 2, step: 3 });
});

test('a run from a checkpoint has the same numbers as an uninterrupted run', async () => {
  const [whole, first, second] = [startLoop(), startLoop(), startLoop()];
  start(whole);
  train(whole, 40);
  start(first);
  train(first, 15);
  await whole.until(() => whole.reportsOf('paused').length === 1);
  await first.until(() => first.reportsOf('paused').length === 1);
  const { state, scalers } = first.reportsOf('checkpoint').at(-1)!;
  second.receive({
    type: 'start',
    runId: 1,
    experiment: smallExperiment,
    checkpoint: { state, scalers },
    distrustGpu: false,
  });
  train(second, 25);
  await second.until(() => second.reportsOf('paused').length === 1);
  expect(second.reportsOf('checkpoint').at(-1)!.state).toEqual(whole.reportsOf('checkpoint').at(-1)!.state);
});

test('a suspended run stops without a report, and continues', async () => {
  const loop = startLoop();
  start(loop);
  train(loop, null);
  await loop.until(() => loop.reportsOf('checkpoint').length > 0);
  loop.receive({ type: 'suspend', suspended: true });
  await loop.untilIdle();
  const steps = loop.reportsOf('progressed').at(-1)!.snapshot.step;
  expect(loop.reportsOf('paused')).toHaveLength(0);
  loop.receive({ type: 'suspend', suspended: false });
  await loop.until(() => loop.reportsOf('progressed').at(-1)!.snapshot.step > steps);
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await loop.until(() => loop.reportsOf('paused').length === 1);
});

test('a step that is not finite is rolled back, reported with its term, and never drawn', async () => {
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
  await loop.until(
    () =>
      loop.reportsOf('diverged').length === 1 && loop.reportsOf('progressed').at(-1)!.snapshot.step === 20,
  );
  expect(loop.reportsOf('diverged')[0]).toMatchObject({ step: 20, term: 'likelihoodCost' });
  expect(loop.reportsOf('paused')).toHaveLength(0);
});

test('a snapshot that is not finite is never sent: the run returns to the last one shown', async () => {
  const { createReference } = standInSources({});
  const loop = startLoop({
    parts: {
      createReference: (problem, initial) => {
        const engine = createReference(problem, initial);
        const state = async () => {
          const good = await engine.state();
          const parameters = good.step < 30 ? good.parameters : good.parameters.map(() => Number.NaN);
          return { ...good, parameters };
        };
        return { ...engine, state };
      },
    },
  });
  start(loop);
  train(loop, 10);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  train(loop, 100, 2);
  await loop.until(() => loop.reportsOf('diverged').length === 1);
  await loop.until(() => loop.reportsOf('checkpoint').at(-1)!.state.step < 30);
  expect(loop.reportsOf('diverged')[0]).toMatchObject({ term: 'complexityCost' });
  expect(
    loop.reportsOf('progressed').every(({ snapshot }) => Number.isFinite(snapshot.freeEnergy.complexityCost)),
  ).toBe(true);
});

test('a snapshot that fails is reported once, and not tried again', async () => {
  const { createReference } = standInSources({});
  const loop = startLoop({
    parts: {
      createReference: (problem, state) => ({
        ...createReference(problem, state),
        outputs: async () => {
          throw new Error('out of memory');
        },
      }),
    },
  });
  start(loop);
  train(loop, 5);
  await loop.until(() => loop.reportsOf('failed').length > 0);
  await loop.untilIdle();
  expect(loop.reportsOf('failed')).toHaveLength(1);
});

test('a snapshot that a pause interrupts is sent after it', async () => {
  let interrupts = false;
  const { createReference } = standInSources({});
  const loop: Loop = startLoop({
    parts: {
      createReference: (problem, state) => {
        const engine = createReference(problem, state);
        const outputs: typeof engine.outputs = (...inputs) => {
          if (interrupts) loop.receive({ type: 'pause', runId: 1, order: 2 });
          interrupts = false;
          return engine.outputs(...inputs);
        };
        return { ...engine, outputs };
      },
    },
  });
  // So many draws of a plane that the snapshot is made in several pieces.
  start(loop, { ...classes, prediction: { ...classes.prediction, samples: 600 } });
  await loop.until(() => loop.reportsOf('progressed').length > 0);
  interrupts = true;
  train(loop, 5);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  expect(loop.reportsOf('progressed').at(-1)!.snapshot.step).toBe(0);
  await loop.until(() => loop.reportsOf('progressed').at(-1)!.snapshot.step === 5);
});

test('any other fault is reported with a message, and the loop still answers', async () => {
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
  await loop.until(() => loop.reportsOf('failed').length === 1);
  expect(loop.reportsOf('failed')[0]!.message).toMatch(/out of memory.*Rewind/);
  loop.receive({ type: 'ping', count: 3 });
  expect(loop.reportsOf('alive').at(-1)).toMatchObject({ count: 3 });
});

test('snapshots have a pruning curve only while the page requests it', async () => {
  const loop = startLoop();
  start(loop, classes);
  train(loop, 5);
  await loop.until(() => loop.reportsOf('paused').length === 1);
  expect(loop.reportsOf('progressed').at(-1)!.snapshot.pruning).toBeNull();
  const pictures = loop.reportsOf('progressed').length;
  loop.receive({ type: 'ask', runId: 1, queries: [], pruning: true });
  await loop.until(() => loop.reportsOf('progressed').length > pictures);
  const { pruning, calibration } = loop.reportsOf('progressed').at(-1)!.snapshot;
  expect(pruning).toMatchObject({ of: 'training', draws: 5 });
  expect(pruning!.fractions).toHaveLength(pruning!.accuracy.length);
  expect(pruning!.accuracy[0]).toBe(calibration!.metrics.accuracy);
  loop.receive({ type: 'ask', runId: 1, queries: [] });
  await loop.until(() => loop.reportsOf('progressed').at(-1)!.snapshot.pruning === null);
});

test('a run whose costs stay beyond sense is shown, reported with the cost, and stops', async () => {
  const loop = startLoop();
  loop.receive({
    type: 'start',
    runId: 1,
    experiment: {
      ...smallExperiment,
      inference: {
        ...smallExperiment.inference,
        optimizer: { ...smallExperiment.inference.optimizer, kind: 'sgd', learningRate: 1 },
      },
    },
    checkpoint: null,
    distrustGpu: false,
  });
  train(loop, null);
  await loop.until(() => loop.reportsOf('diverged').length === 1);
  const { step, cost, term } = loop.reportsOf('diverged')[0]!;
  const { snapshot } = loop.reportsOf('progressed').at(-1)!;
  expect(snapshot.step).toBe(step);
  expect(snapshot.freeEnergy[term]).toBe(cost);
  expect(cost).toBeGreaterThan(1e6);
  await loop.untilIdle();
});
