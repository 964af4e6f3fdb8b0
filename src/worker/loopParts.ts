import type { Engine } from '../experiment/engine.ts';
import type { Problem } from '../experiment/problem.ts';
import type { Snapshot } from '../experiment/snapshot.ts';
import type { EngineSources } from './engineSources.ts';
import type { Report } from './protocol.ts';

/** Everything the loop uses but does not import: engines, the clock, and the way to the page. */
export interface LoopParts extends EngineSources {
  readonly observe: (
    problem: Problem,
    engine: Engine,
    yieldToMessages: () => Promise<void>,
  ) => Promise<Omit<Snapshot, 'stepsPerSecond'>>;
  readonly post: (report: Report, transfer: ArrayBuffer[]) => void;
  readonly yieldToMessages: () => Promise<void>;
}
