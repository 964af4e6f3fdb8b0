import type { TrainingState } from '../experiment/engine/engine.ts';
import type { Yield } from '../experiment/engine/yield.ts';
import type { NextStep } from '../experiment/pictures/snapshot.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import type { EngineSources } from './engineSources.ts';
import type { MeasureVariance } from './meters.ts';
import type { Report } from './protocol.ts';

/** Everything the loop uses but does not import: engines, the clock, and the way to the page. */
export interface LoopParts extends EngineSources {
  readonly gradientVariance: MeasureVariance;
  /** The parts of the next step (src/reference, passed in); null: the method takes another kind of step. */
  readonly nextStep: (problem: Problem, state: TrainingState, curve: Float64Array | null) => NextStep | null;
  readonly post: (report: Report, transfer: ArrayBuffer[]) => void;
  /** Resolves once messages that are waiting were handled. */
  readonly yieldToMessages: Yield;
  /** Resolves after so many milliseconds on the clock of `now`. */
  readonly wait: (milliseconds: number) => Promise<void>;
}
