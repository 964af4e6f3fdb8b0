import type { Experiment } from '../experiment/document/experiment.ts';
import type { Backend } from '../experiment/engine/backends.ts';
import type { EngineFactory } from '../experiment/engine/engine.ts';
import type { GradientOf } from '../experiment/engine/selfTest.ts';
import type { Problem } from '../experiment/problem/problem.ts';

/** An engine that may be missing: unlike the reference, it needs something that not every browser has. */
export type OptionalBackend = Exclude<Backend, 'reference'>;

/** What the worker needs of an optional engine. */
export interface EngineSource {
  /** Prepares what it runs on, such as a WebGL context; false: this browser has none. */
  readonly prepare: () => Promise<boolean>;
  /** Compiles what a problem needs, without blocking the thread for long. */
  readonly compile: (problem: Problem) => Promise<void>;
  readonly create: EngineFactory;
  readonly gradient: GradientOf;
}

/** The engines, passed to the loop, which imports none of them. */
export interface EngineSources {
  readonly createReference: EngineFactory;
  readonly referenceGradient: GradientOf;
  /** Whether an engine implements everything that an experiment uses; known before the engine is loaded. */
  readonly supports: (backend: OptionalBackend, experiment: Experiment) => boolean;
  /** Loads an engine, downloading it if necessary. */
  readonly load: Readonly<Record<OptionalBackend, () => Promise<EngineSource>>>;
  /** Whether there is a graphics card. Software WebGL is never the fastest, and to try it blocks training for seconds. */
  readonly hasFastWebgl: () => boolean;
  /** Milliseconds on a monotonic clock. */
  readonly now: () => number;
}
