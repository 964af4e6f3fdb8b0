import type { EngineFactory, StepCosts } from '../experiment/engine.ts';
import type { Problem } from '../experiment/problem.ts';
import type { Backend } from '../experiment/snapshot.ts';

/** What the worker needs of TensorFlow.js; loaded when it is wanted, because it is large. */
export interface TfjsSource {
  /** Readies a backend, WebGL or the CPU, and says which it became. */
  readonly prepare: (wanted: { readonly webgl: boolean }) => Promise<Backend>;
  readonly create: EngineFactory;
  readonly gradient: (
    problem: Problem,
    parameters: Float64Array,
    step: number,
  ) => Promise<{ readonly costs: StepCosts; readonly gradient: Float64Array }>;
}

/** The engines, handed to the loop so that it imports none of them. */
export interface EngineSources {
  readonly createReference: EngineFactory;
  readonly referenceGradient: (
    problem: Problem,
    parameters: Float64Array,
    step: number,
  ) => { readonly costs: StepCosts; readonly gradient: Float64Array };
  readonly loadTfjs: () => Promise<TfjsSource>;
  /** Whether there is a graphics card: software WebGL would lose the race, and stop training for seconds to run it. */
  readonly hasFastWebgl: () => boolean;
  /** Milliseconds on any clock that only goes forward. */
  readonly now: () => number;
}
