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
  await loop.until(() => loop.of('progressed').length === 1);
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
    await loop.until(() => loop.of('paused').length === order + 1);
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
  await loop.until(() => loop.of('paused').some(({ step }) => step === 60));
  expect(loop.of('checkpoint').at(-1)?.state.parameters).toEqual((await direct.state()).parameters);
});

test('no second snapshot is sent before the first is drawn, and then the newest', async () => {
  const loop = startLoop({ draws: false });
  start(loop);
  train(loop, null);
  await loop.until(() => loop.of('checkpoint').length >= 2);
  expect(loop.of('progressed')).toHaveLength(1);
  loop.receive({ type: 'drawn', runId: 1 });
  await loop.until(() => loop.of('progressed').length === 2);
  expect(loop.of('progressed')[1]!.snapshot.step).toBeGreaterThan(0);
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await loop.until(() => loop.of('paused').length === 1);
});

test('snapshots are at least a frame apart, and say how fast the run trains', async () => {
  const loop = startLoop({ engines: { reference: { speed: 0.5 } } });
  start(loop);
  train(loop, null);
  await loop.until(() => loop.of('progressed').length > 8);
  const at = loop.times.filter((_, index) => loop.reports[index]!.type === 'progressed');
  for (const [index, time] of at.slice(1).entries()) expect(time - at[index]!).toBeGreaterThanOrEqual(16);
  // Half a step a millisecond of training; yielding takes some more.
  const { stepsPerSecond } = loop.of('progressed').at(-1)!.snapshot;
  expect(stepsPerSecond).toBeGreaterThan(400);
  expect(stepsPerSecond).toBeLessThanOrEqual(500);
});

test('a pause is answered after the slice that is under way', async () => {
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
  await loop.until(() => loop.of('progressed').length > 3);
  const before = slices;
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await loop.until(() => loop.of('paused').length === 1);
  expect(slices - before).toBeLessThanOrEqual(1);
  expect(loop.of('paused')[0]).toMatchObject({ order: 2 });
});

test('a page that does not draw gets its last paused after a quarter of a second, without the picture', async () => {
  const loop = startLoop({ draws: false });
  start(loop);
  await loop.until(() => loop.of('progressed').length === 1);
  const asked = loop.now();
  train(loop, 5);
  await loop.until(() => loop.of('paused').length === 1);
  expect(loop.now() - asked).toBeGreaterThanOrEqual(250);
  expect(loop.now() - asked).toBeLessThan(300);
  expect(loop.of('progressed')).toHaveLength(1);
  loop.receive({ type: 'drawn', runId: 1 });
  await loop.until(() => loop.of('progressed').length === 2);
  expect(loop.of('progressed')[1]!.snapshot.step).toBe(5);
  expect(loop.of('paused')).toHaveLength(1);
});

test('a pause does not wait for the picture of its step, which follows', async () => {
  const loop = startLoop();
  start(loop);
  train(loop, null);
  await loop.until(() => loop.of('progressed').length > 3);
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await loop.until(() => loop.of('paused').length === 1);
  const { step } = loop.of('paused')[0]!;
  await loop.until(() => loop.of('progressed').at(-1)!.snapshot.step === step);
  expect(loop.of('checkpoint').at(-1)!.state.step).toBe(step);
});

test('a changed prior in the middle of training keeps the posterior', async () => {
  const loop = startLoop();
  start(loop);
  train(loop, 50);
  await loop.until(() => loop.of('paused').length === 1);
  const mu = loop.of('progressed').at(-1)!.snapshot.weights.mu;
  const shown = loop.of('progressed').length;
  loop.receive({
    type: 'change',
    runId: 1,
    experiment: { ...smallExperiment, prior: { ...smallExperiment.prior, sigma: 0.3 } },
  });
  await loop.until(() => loop.of('progressed').length > shown);
  const after = loop.of('progressed').at(-1)!.snapshot;
  expect(after.step).toBe(50);
  expect(after.weights.mu).toEqual(mu);
});

test('a point edit keeps the units of the run, so that its function stays where it is', async () => {
  const loop = startLoop();
  start(loop);
  train(loop, 50);
  await loop.until(() => loop.of('paused').length === 1);
  const mean = curveOf(loop.of('progressed').at(-1)!.snapshot).mean;
  const points = [...smallExperiment.dataset.points, { x: [1.9], y: -1 }];
  const shown = loop.of('progressed').length;
  loop.receive({
    type: 'change',
    runId: 1,
    experiment: { ...smallExperiment, dataset: { ...smallExperiment.dataset, points } },
  });
  await loop.until(() => loop.of('progressed').length > shown);
  expect(curveOf(loop.of('progressed').at(-1)!.snapshot).mean).toEqual(mean);
});

test('commands of an old run are ignored', async () => {
  const loop = startLoop();
  start(loop, smallExperiment, 1);
  start(loop, smallExperiment, 2);
  train(loop, 5, 1, 1);
  train(loop, 3, 2, 2);
  await loop.until(() => loop.of('paused').length === 1);
  expect(loop.of('paused')[0]).toMatchObject({ runId: 2, step: 3 });
});

test('a checkpoint goes on to the same numbers as an unbroken run', async () => {
  const [whole, first, second] = [startLoop(), startLoop(), startLoop()];
  start(whole);
  train(whole, 40);
  start(first);
  train(first, 15);
  await whole.until(() => whole.of('paused').length === 1);
  await first.until(() => first.of('paused').length === 1);
  const { state, scalers } = first.of('checkpoint').at(-1)!;
  second.receive({
    type: 'start',
    runId: 1,
    experiment: smallExperiment,
    checkpoint: { state, scalers },
    distrustGpu: false,
  });
  train(second, 25);
  await second.until(() => second.of('paused').length === 1);
  expect(second.of('checkpoint').at(-1)!.state).toEqual(whole.of('checkpoint').at(-1)!.state);
});

test('a suspended run rests without saying so, and goes on', async () => {
  const loop = startLoop();
  start(loop);
  train(loop, null);
  await loop.until(() => loop.of('checkpoint').length > 0);
  loop.receive({ type: 'suspend', suspended: true });
  await loop.untilAtRest();
  const steps = loop.of('progressed').at(-1)!.snapshot.step;
  expect(loop.of('paused')).toHaveLength(0);
  loop.receive({ type: 'suspend', suspended: false });
  await loop.until(() => loop.of('progressed').at(-1)!.snapshot.step > steps);
  loop.receive({ type: 'pause', runId: 1, order: 2 });
  await loop.until(() => loop.of('paused').length === 1);
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
  await loop.until(
    () => loop.of('diverged').length === 1 && loop.of('progressed').at(-1)!.snapshot.step === 20,
  );
  expect(loop.of('diverged')[0]).toMatchObject({ step: 20, term: 'likelihoodCost' });
  expect(loop.of('paused')).toHaveLength(0);
});

test('a picture that is not finite is never sent: the run goes back to the last one shown', async () => {
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
  await loop.until(() => loop.of('paused').length === 1);
  train(loop, 100, 2);
  await loop.until(() => loop.of('diverged').length === 1);
  await loop.until(() => loop.of('checkpoint').at(-1)!.state.step < 30);
  expect(loop.of('diverged')[0]).toMatchObject({ term: 'complexityCost' });
  expect(
    loop.of('progressed').every(({ snapshot }) => Number.isFinite(snapshot.freeEnergy.complexityCost)),
  ).toBe(true);
});

test('a picture that cannot be made is reported once, and not tried again', async () => {
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
  await loop.until(() => loop.of('failed').length > 0);
  await loop.untilAtRest();
  expect(loop.of('failed')).toHaveLength(1);
});

test('a picture that a pause interrupts is sent after it', async () => {
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
  await loop.until(() => loop.of('progressed').length > 0);
  interrupts = true;
  train(loop, 5);
  await loop.until(() => loop.of('paused').length === 1);
  expect(loop.of('progressed').at(-1)!.snapshot.step).toBe(0);
  await loop.until(() => loop.of('progressed').at(-1)!.snapshot.step === 5);
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
  await loop.until(() => loop.of('failed').length === 1);
  expect(loop.of('failed')[0]!.message).toMatch(/out of memory.*rewind/);
  loop.receive({ type: 'ping', count: 3 });
  expect(loop.of('alive').at(-1)).toMatchObject({ count: 3 });
});

test('pictures have a curve of pruning while the page asks for one, and only then', async () => {
  const loop = startLoop();
  start(loop, classes);
  train(loop, 5);
  await loop.until(() => loop.of('paused').length === 1);
  expect(loop.of('progressed').at(-1)!.snapshot.pruning).toBeNull();
  const pictures = loop.of('progressed').length;
  loop.receive({ type: 'ask', runId: 1, queries: [], pruning: true });
  await loop.until(() => loop.of('progressed').length > pictures);
  const { pruning, calibration } = loop.of('progressed').at(-1)!.snapshot;
  expect(pruning).toMatchObject({ of: 'training', draws: 5 });
  expect(pruning!.fractions).toHaveLength(pruning!.accuracy.length);
  expect(pruning!.accuracy[0]).toBe(calibration!.metrics.accuracy);
  loop.receive({ type: 'ask', runId: 1, queries: [] });
  await loop.until(() => loop.of('progressed').at(-1)!.snapshot.pruning === null);
});
