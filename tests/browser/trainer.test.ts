import { afterEach, expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import { createTrainerWorker } from '../../src/worker/createTrainerWorker.ts';
import type { Report } from '../../src/worker/protocol.ts';
import { createTrainer, type Trainer, type TrainerNotice } from '../../src/worker/trainer.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';
import { until } from '../worker/until.ts';

const experiment: Experiment = {
  ...smallExperiment,
  network: { ...smallExperiment.network, hidden: [16, 16] },
};

let trainer: Trainer;
let workers: Worker[];
let reports: Report[];
let notices: TrainerNotice[];
let reportsBeforeNotice: number;

function open({ draws = true, create = createTrainerWorker } = {}): void {
  [workers, reports, notices] = [[], [], []];
  const opened = createTrainer({
    createWorker: () => {
      workers.push(create());
      return workers.at(-1)!;
    },
    onReport: (report) => {
      reports.push(report);
      if (draws && report.type === 'progressed') requestAnimationFrame(() => opened.drawn());
    },
    onNotice: (notice) => {
      notices.push(notice);
      reportsBeforeNotice = reports.length;
    },
  });
  trainer = opened;
  trainer.start(experiment);
}

const of = <T extends Report['type']>(type: T) =>
  reports.filter((report): report is Extract<Report, { type: T }> => report.type === type);
const snapshots = () => of('progressed').map(({ snapshot }) => snapshot);
const shownStep = () => snapshots().at(-1)?.step ?? -1;
const rested = (times: number) => until(() => of('paused').length === times, 20_000);

afterEach(() => trainer.dispose());

test('opens with the prior predictive, trains exact step counts and pauses', async () => {
  open();
  await until(() => shownStep() === 0, 20_000);
  trainer.train(1);
  await rested(1);
  trainer.train(99);
  await rested(2);
  expect(of('paused').map(({ step }) => step)).toEqual([1, 100]);
  expect(shownStep()).toBe(100);
  trainer.train(null);
  await until(() => shownStep() > 150);
  trainer.pause();
  await rested(3);
  // Its picture follows.
  await until(() => shownStep() === of('paused')[2]!.step);
});

test('the same seed gives the same numbers, in one go or in many', async () => {
  open();
  trainer.train(60);
  await rested(1);
  const whole = snapshots().at(-1)!.weights.mu;
  trainer.start(experiment);
  trainer.train(11);
  await rested(2);
  trainer.train(49);
  await rested(3);
  expect(shownStep()).toBe(60);
  expect(snapshots().at(-1)!.weights.mu).toEqual(whole);
});

test('a prior changed while training goes on from the posterior', async () => {
  open();
  trainer.train(200);
  await rested(1);
  const { mu } = snapshots().at(-1)!.weights;
  const count = snapshots().length;
  trainer.change({ ...experiment, prior: { ...experiment.prior, sigma: 0.2 } });
  await until(() => snapshots().length > count);
  expect(snapshots().at(-1)!.weights.mu).toEqual(mu);
  trainer.train(null);
  trainer.change({ ...experiment, prior: { ...experiment.prior, sigma: 0.5 } });
  await until(() => shownStep() > 220);
});

test('no snapshot comes before the last one was drawn', async () => {
  open({ draws: false });
  trainer.train(null);
  await until(() => shownStep() === 0, 20_000);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(snapshots()).toHaveLength(1);
  trainer.drawn();
  await until(() => snapshots().length === 2);
  expect(shownStep()).toBeGreaterThan(0);
});

/** Kills the worker in the middle of training; says from which step the run went on. */
async function lose(kill: (worker: Worker) => void): Promise<number> {
  trainer.train(null);
  await until(() => shownStep() > 0, 20_000);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const before = shownStep();
  const { stepsPerSecond } = snapshots().at(-1)!;
  kill(workers[0]!);
  const wentOn = ({ step }: TrainerNotice) =>
    reports
      .slice(reportsBeforeNotice)
      .some((report) => report.type === 'progressed' && report.snapshot.step > step);
  await until(() => notices.length > 0 && wentOn(notices[0]!), 20_000);
  const after = notices[0]!.step;
  expect(after).toBeGreaterThan(before - 1.5 * stepsPerSecond);
  return after;
}

test('a worker terminated behind the back is replaced, from where it was', async () => {
  open();
  expect(await lose((worker) => worker.terminate())).toBeGreaterThan(0);
});

test('a worker hung in an endless loop is replaced, from where it was', async () => {
  let hangs = true;
  const hanging = () =>
    new Worker(new URL('./hangingTrainer.worker.ts', import.meta.url), { type: 'module' });
  open({
    create: () => {
      const worker = hangs ? hanging() : createTrainerWorker();
      hangs = false;
      return worker;
    },
  });
  expect(await lose((worker) => worker.postMessage('hang'))).toBeGreaterThan(0);
});
