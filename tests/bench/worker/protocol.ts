import type { Experiment } from '../../../src/experiment/document/experiment.ts';

/** Requests to a worker that runs one contender. Each is answered with numbers or with an error. */
export type Ask =
  /** Makes a runner for an experiment and takes the first step: { seconds }. */
  | { readonly kind: 'prepare'; readonly experiment: Experiment }
  /** Takes steps and waits until they are computed: { seconds }. */
  | { readonly kind: 'train'; readonly steps: number }
  /** Measures the overhead of a step: { draws, submitSeconds }. */
  | { readonly kind: 'inspect'; readonly repeats: number }
  /** The peak of the machine: { perSecond }. */
  | { readonly kind: 'peak'; readonly milliseconds: number }
  | { readonly kind: 'dispose' };

export type Numbers = Readonly<Record<string, number>>;

export type Answer =
  | { readonly ask: number; readonly numbers: Numbers }
  | { readonly ask: number; readonly fault: string };
