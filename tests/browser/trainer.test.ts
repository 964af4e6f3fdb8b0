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
/** Each report with the number of reports, and the step of the last checkpoint, at that time. */
let notices: (TrainerNotice & { readonly reports: number; readonly checkpoint: number | undefined })[];
/** Steps of the checkpoints that workers sent; the trainer does not forward these reports. */
let checkpoints: number[];

function open({ draws = true, create = createTrainerWorker } = {}): void {
  [workers, reports, notices, checkpoints] = [[], [], [], []];
  const opened = createTrainer({
    createWorker: () => {
      const worker = create();
      worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
        if (data.type === 'checkpoint') checkpoints.push(data.state.step);
      });
      workers.push(worker);
      return worker;
    },
    onReport: (report) => {
      reports.push(report);
      if (draws && report.type === 'progressed') requestAnimationFrame(() => opened.drawn());
    },
    onNotice: (notice) => {
      notices.push({ ...notice, reports: reports.length, checkpoint: checkpoints.at(-1) });
    },
  });
  trainer = opened;
  trainer.start(experiment);
}

const reportsOf = <T extends Report['type']>(type: T) =>
  reports.filter((report): report is Extract<Report, { type: T }> => report.type === type);
const snapshots = () => reportsOf('progressed').map(({ snapshot }) => snapshot);
const shownStep = () => snapshots().at(-1)?.step ?? -1;
const pauses = (times: number) => until(() => reportsOf('paused').length === times);

afterEach(() => trainer.dispose());

test('opens with the prior predictive, trains exact step counts and pauses', async () => {
  open();
  await until(() => shownStep() === 0);
  trainer.train(1);
  await pauses(1);
  trainer.train(99);
  await pauses(2);
  expect(reportsOf('paused').map(({ step }) => step)).toEqual([1, 100]);
  expect(shownStep()).toBe(100);
  trainer.train(null);
  await until(() => shownStep() > 150);
  trainer.pause();
  await pauses(3);
  // The snapshot follows the pause.
  await until(() => shownStep() === reportsOf('paused')[2]!.step);
});

test('the same seed gives the same numbers, in one command or in many', async () => {
  open();
  trainer.train(60);
  await pauses(1);
  const whole = snapshots().at(-1)!.weights.mu;
  trainer.start(experiment);
  trainer.train(11);
  await pauses(2);
  trainer.train(49);
  await pauses(3);
  expect(shownStep()).toBe(60);
  expect(snapshots().at(-1)!.weights.mu).toEqual(whole);
});

test('after a change of prior training continues from the posterior', async () => {
  open();
  trainer.train(200);
  await pauses(1);
  const { mu } = snapshots().at(-1)!.weights;
  const count = snapshots().length;
  trainer.change({ ...experiment, prior: { ...experiment.prior, sigma: 0.2 } });
  await until(() => snapshots().length > count);
  expect(snapshots().at(-1)!.weights.mu).toEqual(mu);
  trainer.train(null);
  trainer.change({ ...experiment, prior: { ...experiment.prior, sigma: 0.5 } });
  await until(() => shownStep() > 220);
});

test('no snapshot is sent before the last one is drawn', async () => {
  open({ draws: false });
  trainer.train(null);
  await until(() => shownStep() === 0);
  // Checkpoints continue while the page draws nothing.
  await until(() => checkpoints.length >= 2);
  expect(snapshots()).toHaveLength(1);
  trainer.drawn();
  await until(() => snapshots().length === 2);
  expect(shownStep()).toBeGreaterThan(0);
});

/** Ends the worker during training; the run continues from its last checkpoint, which is later than its start. */
async function expectRecovered(kill: (worker: Worker) => void): Promise<void> {
  trainer.train(null);
  await until(() => checkpoints.some((step) => step > 0));
  // On a busy machine a worker may be replaced earlier.
  const before = notices.length;
  kill(workers.at(-1)!);
  await until(() => notices.length > before);
  const { step, checkpoint, reports: count } = notices[before]!;
  expect(step).toBe(checkpoint);
  expect(step).toBeGreaterThan(0);
  await until(() => reports.slice(count).some((report) => isPast(report, step)));
}

function isPast(report: Report, step: number): boolean {
  return report.type === 'progressed' && report.snapshot.step > step;
}

test('a terminated worker is replaced, and training continues from the last checkpoint', async () => {
  open();
  await expectRecovered((worker) => worker.terminate());
});

test('a worker in an endless loop is replaced, and training continues from the last checkpoint', async () => {
  let hangs = true;
  const hanging = () =>
    new Worker(new URL('./hangingTrainer.worker.ts', import.meta.url), { type: 'module' });
  open({
    create: () => (hangs ? hanging() : createTrainerWorker()),
  });
  await expectRecovered((worker) => {
    hangs = false;
    worker.postMessage('hang');
  });
});
