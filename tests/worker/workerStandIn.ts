import { engineCapabilities } from '../../src/engine/capabilities.ts';
import { supports } from '../../src/experiment/engine/engineCapabilities.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import {
  createReferenceEngine,
  freeEnergyGradient,
  gradientVariance,
  nextStep,
} from '../../src/reference/index.ts';
import type { Command, Report } from '../../src/worker/protocol.ts';
import { createTrainingLoop } from '../../src/worker/trainingLoop.ts';
import { noEngines } from './noEngines.ts';

/** The part of a Worker that a trainer uses. */
export interface WorkerStandIn {
  onmessage: ((event: { data: Report }) => void) | null;
  onerror: ((event: { preventDefault: () => void }) => void) | null;
  readonly commands: Command[];
  terminated: boolean;
  /** Swallows everything from now on, as a hung thread does. */
  hung: boolean;
  readonly postMessage: (command: Command) => void;
  readonly terminate: () => void;
  readonly t: (report: Report) => void;
}

/** A worker that says only what it is told to. */
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
    t: (report) => !worker.hung && !worker.terminated && worker.onmessage?.({ data: report }),
  };
  return worker;
}

/** The real loop and the real reference engine in this thread. */
export function threadlessWorker(): WorkerStandIn {
  const worker = silentWorker();
  const receive = createTrainingLoop({
    createReference: createReferenceEngine,
    referenceGradient: freeEnergyGradient,
    supports: (backend, experiment) => supports(engineCapabilities[backend], experiment),
    load: noEngines,
    hasFastWebgl: () => true,
    now: () => performance.now(),
    observe,
    gradientVariance,
    nextStep,
    yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),
    post: (report, transfer) => worker.t(structuredClone(report, { transfer })),
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
