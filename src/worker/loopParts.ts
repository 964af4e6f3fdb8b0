import type { Yield } from '../experiment/engine/drawOutputs.ts';
import type { TrainingState } from '../experiment/engine/engine.ts';
import type { NextStep } from '../experiment/pictures/snapshot.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import type { EngineSources } from './engineSources.ts';
import type { MeasureVariance } from './meters.ts';
import type { Report } from './protocol.ts';

/** Everything the loop uses but does not import: engines, the clock, and the way to the page. */
export interface LoopParts extends EngineSources {
  readonly gradientVariance: MeasureVariance;
  /** The parts of the step to come: src/reference, handed in. */
  readonly nextStep: (problem: Problem, state: TrainingState, curve: Float64Array | null) => NextStep;
  readonly post: (report: Report, transfer: ArrayBuffer[]) => void;
  /** Resolves once messages that are waiting were handled. */
  readonly yieldToMessages: Yield;
  /** Resolves after so many milliseconds on the clock of `now`. */
  readonly wait: (milliseconds: number) => Promise<void>;
}
