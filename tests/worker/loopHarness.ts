import { onTestFinished } from 'vitest';
import { gradientVariance, nextStep } from '../../src/reference/index.ts';
import type { LoopParts } from '../../src/worker/loopParts.ts';
import type { Command, Report } from '../../src/worker/protocol.ts';
import { createTrainingLoop } from '../../src/worker/trainingLoop.ts';
import { createClock, type StandIns, standInSources } from './engineStandIns.ts';

/** Milliseconds on the test's clock between two yields to messages. */
const YIELD = 0.1;
/** Number of tasks after which a claim counts as false. */
const MAX_TASKS = 50_000;

export const nextTask = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * The real loop with stand-ins for engines on its own clock: without a worker, and without waiting. draws: whether the
 * page draws every snapshot in the next task.
 */
export function startLoop({
  draws = true,
  engines = {},
  parts = {},
}: {
  draws?: boolean;
  engines?: StandIns;
  parts?: Partial<LoopParts>;
} = {}) {
  const clock = createClock();
  const reports: Report[] = [];
  const times: number[] = [];
  const passing = async (milliseconds: number) => {
    await nextTask();
    clock.pass(milliseconds);
  };
  const receive: (command: Command) => void = createTrainingLoop({
    ...standInSources(engines, clock),
    gradientVariance,
    nextStep,
    yieldToMessages: () => passing(YIELD),
    wait: passing,
    post: (report, transfer) => {
      reports.push(structuredClone(report, { transfer }));
      times.push(clock.now());
      if (draws && report.type === 'progressed')
        setImmediate(() => receive({ type: 'drawn', runId: report.runId }));
    },
    ...parts,
  });
  // An unlimited run would continue during the following tests.
  onTestFinished(() => receive({ type: 'suspend', suspended: true }));
  const reportsOf = <T extends Report['type']>(type: T) =>
    reports.filter((report): report is Extract<Report, { type: T }> => report.type === type);
  /** Runs the loop until the claim holds, which must depend only on its reports or on its clock. */
  const until = async (claim: () => boolean): Promise<void> => {
    for (let task = 0; !claim(); task++) {
      if (task === MAX_TASKS) throw new Error(`never came true: ${claim}`);
      await nextTask();
    }
  };
  /** Runs the loop until it has nothing to do. */
  const untilIdle = (): Promise<void> =>
    until(() => {
      receive({ type: 'ping', count: 0 });
      return !reportsOf('alive').at(-1)!.busy;
    });
  return { receive, reports, times, reportsOf, until, untilIdle, now: clock.now };
}

export type Loop = ReturnType<typeof startLoop>;
