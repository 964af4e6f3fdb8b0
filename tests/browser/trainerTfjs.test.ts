import { afterEach, expect, test } from 'vitest';
import { createTrainerWorker } from '../../src/worker/createTrainerWorker.ts';
import type { EngineStatus, Report } from '../../src/worker/protocol.ts';
import { createTrainer, type Trainer, type TrainerNotice } from '../../src/worker/trainer.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';
import { until } from '../worker/until.ts';

let trainer: Trainer;
afterEach(() => trainer.dispose());

test('pinned TensorFlow.js loads, passes its self-test, trains exact steps and reports its device', async () => {
  const notices: TrainerNotice[] = [];
  const statuses: EngineStatus[] = [];
  const steps: number[] = [];
  let weights: Float64Array | null = null;
  const receive = (report: Report) => {
    if (report.type === 'engine') statuses.push(report.status);
    if (report.type === 'paused') steps.push(report.step);
    if (report.type !== 'progressed') return;
    weights = report.snapshot.weights.mu;
    requestAnimationFrame(() => trainer.drawn());
  };
  trainer = createTrainer({
    createWorker: createTrainerWorker,
    onReport: receive,
    onNotice: (notice) => notices.push(notice),
  });
  const trainOn = async (engine: 'reference' | 'tfjs'): Promise<Float64Array> => {
    const paused = steps.length;
    trainer.start({ ...smallExperiment, view: { ...smallExperiment.view, engine } });
    trainer.train(20);
    await until(() => steps.length > paused);
    return weights!;
  };
  const expected = await trainOn('reference');
  const found = await trainOn('tfjs');
  expect(steps).toEqual([20, 20]);
  expect(statuses.at(-1)!.backend).toMatch(/^tfjs-/);
  expect(statuses.at(-1)!.reason).toMatch(/TensorFlow\.js/);
  expect(notices).toEqual([]);
  for (const [i, mu] of expected.entries()) expect(found[i]).toBeCloseTo(mu, 3);
});
