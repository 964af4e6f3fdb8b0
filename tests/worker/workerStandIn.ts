import { createReferenceEngine, gradientVariance, nextStep } from '../../src/reference/index.ts';
import type { Command, Report } from '../../src/worker/protocol.ts';
import { createTrainingLoop } from '../../src/worker/trainingLoop.ts';
import { standInSources } from './engineStandIns.ts';
import { nextTask } from './loopHarness.ts';

/** The part of a Worker that a trainer uses. */
export interface WorkerStandIn {
  onmessage: ((event: { data: Report }) => void) | null;
  onerror: ((event: { preventDefault: () => void }) => void) | null;
  readonly commands: Command[];
  terminated: boolean;
  /** Ignores all messages from now on, like a hung thread. */
  hung: boolean;
  readonly postMessage: (command: Command) => void;
  readonly terminate: () => void;
  readonly report: (report: Report) => void;
}

/** A worker that sends only the reports that the test sends through it. */
export function silentWorker(): WorkerStandIn {
  const worker: WorkerStandIn = {
    onmessage: null,
    onerror: null,
    commands: [],
    terminated: false,
    hung: false,
    postMessage: (command) => worker.commands.push(command),
    terminate: () => {
      worker.terminated = true;
    },
    report: (report) => !worker.hung && !worker.terminated && worker.onmessage?.({ data: report }),
  };
  return worker;
}

/** The real loop and the real reference engine in this thread. */
export function threadlessWorker(): WorkerStandIn {
  const worker = silentWorker();
  const receive = createTrainingLoop({
    ...standInSources({}),
    createReference: createReferenceEngine,
    now: () => performance.now(),
    gradientVariance,
    nextStep,
    yieldToMessages: nextTask,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    post: (report, transfer) => worker.report(structuredClone(report, { transfer })),
  });
  const { terminate } = worker;
  return Object.assign(worker, {
    postMessage: (command: Command) => {
      worker.commands.push(command);
      if (!worker.hung) receive(command);
    },
    terminate: () => {
      terminate();
      receive({ type: 'suspend', suspended: true });
    },
  });
}
