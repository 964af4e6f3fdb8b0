import { observe } from '../../src/experiment/pictures/observe.ts';
import {
  createReferenceEngine,
  freeEnergyGradient,
  gradientVariance,
  nextStep,
} from '../../src/reference/index.ts';
import type { LoopParts } from '../../src/worker/loopParts.ts';
import type { Command, Report } from '../../src/worker/protocol.ts';
import { createTrainingLoop } from '../../src/worker/trainingLoop.ts';
import { noEngines } from './noEngines.ts';

/** The real loop on the real reference engine, without a worker around it. */
export function startLoop({
  draws = true,
  parts = {},
}: {
  draws?: boolean;
  parts?: Partial<LoopParts>;
} = {}) {
  const reports: Report[] = [];
  const post: LoopParts['post'] = (report, transfer) => {
    reports.push(structuredClone(report, { transfer }));
    if (draws && report.type === 'progressed')
      setImmediate(() => receive({ type: 'drawn', runId: report.runId }));
  };
  const receive = createTrainingLoop({
    createReference: createReferenceEngine,
    referenceGradient: freeEnergyGradient,
    load: noEngines,
    hasFastWebgl: () => true,
    now: () => performance.now(),
    observe,
    gradientVariance,
    nextStep,
    yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),
    post,
    ...parts,
  });
  const of = <T extends Report['type']>(type: T) =>
    reports.filter((report): report is Extract<Report, { type: T }> => report.type === type);
  return { receive: receive as (command: Command) => void, reports, post, of };
}

export type Loop = ReturnType<typeof startLoop>;
