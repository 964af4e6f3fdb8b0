import type { Experiment } from '../experiment/document/experiment.ts';
import type { Backend } from '../experiment/engine/backends.ts';
import type { EngineFactory } from '../experiment/engine/engine.ts';
import type { GradientOf } from '../experiment/engine/selfTest.ts';
import type { Problem } from '../experiment/problem/problem.ts';

/** An engine that may be missing: unlike the reference, it needs something of the browser. */
export type OptionalBackend = Exclude<Backend, 'reference'>;

/** What the worker needs of an engine that may be missing. */
export interface EngineSource {
  /** Readies what it runs on; false: this browser has none. */
  readonly prepare: () => Promise<boolean>;
  /** Builds what a problem needs, while the thread goes on with other work. */
  readonly compile: (problem: Problem) => Promise<void>;
  readonly create: EngineFactory;
  readonly gradient: GradientOf;
}

/** The engines, handed to the loop so that it imports none of them. */
export interface EngineSources {
  readonly createReference: EngineFactory;
  readonly referenceGradient: GradientOf;
  /** Whether an engine implements everything that an experiment uses; known before the engine is loaded. */
  readonly supports: (backend: OptionalBackend, experiment: Experiment) => boolean;
  /** Loads an engine, once. */
  readonly load: Readonly<Record<OptionalBackend, () => Promise<EngineSource>>>;
  /** Whether there is a graphics card: software WebGL would lose the race, and stop training for seconds to run it. */
  readonly hasFastWebgl: () => boolean;
  /** Milliseconds on any clock that only goes forward. */
  readonly now: () => number;
}
