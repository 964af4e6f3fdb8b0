import type { Experiment } from '../experiment/document/experiment.ts';
import type { Backend } from '../experiment/engine/backends.ts';
import type { EngineFactory } from '../experiment/engine/engine.ts';
import type { GradientOf } from '../experiment/engine/selfTest.ts';
import type { Problem } from '../experiment/problem/problem.ts';

/** An engine that may be unavailable: unlike the reference, it depends on features of the browser. */
export type OptionalBackend = Exclude<Backend, 'reference'>;

/** A loaded engine. */
export interface EngineSource {
  /** Prepares the device it runs on; false where the browser has none. */
  readonly prepare: () => Promise<boolean>;
  /** Compiles what a problem needs without blocking the thread. */
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
  /** Loads an engine, once. */
  readonly load: Readonly<Record<OptionalBackend, () => Promise<EngineSource>>>;
  /** Whether WebGL runs on a graphics card. Software WebGL is slower than wasm, and compiling for it would block training. */
  readonly hasFastWebgl: () => boolean;
  /** A monotonic clock, in milliseconds. */
  readonly now: () => number;
}
