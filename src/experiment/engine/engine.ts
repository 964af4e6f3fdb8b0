import type { Problem } from '../problem/problem.ts';
import type { Backend } from './backends.ts';
import type { ChainDiagnostics, ChainsState } from './chains.ts';

/**
 * The whole state of a run, enough to go on from in any engine: the parameter vector [mu (P) | rho (P) | log noise (1)],
 * one for each member of an ensemble or chain, the optimiser's two moments in the same order, and the number of steps
 * taken. Noise is in standardised units. Where the posterior is sharpened a vector ends with the gains η / σ₀² (P).
 */
export interface TrainingState {
  readonly step: number;
  readonly parameters: Float64Array;
  readonly firstMoment: Float64Array;
  readonly secondMoment: Float64Array;
  /** What Markov chains have drawn and how they move; only of methods that run chains. */
  readonly chains?: ChainsState;
}

/** What one step's objective was, for its batch, in nats; the complexity cost before its minibatch share. */
export interface StepCosts {
  readonly complexityCost: number;
  readonly likelihoodCost: number;
  /** KL[q(θ | φ, batch) ‖ p(θ | φ)] of posterior sharpening, all of it paid by this batch; only where it is on. */
  readonly sharpeningCost?: number;
}

/** A block of the [S, P] weights that predictions average over, with the noise of each row. */
export interface DrawnWeights {
  /** [draws, P] row-major. */
  readonly weights: Float64Array;
  /** log noise of each draw, standardised units, [draws]. */
  readonly logNoise: Float64Array;
}

/** One way to run an experiment. Made for one problem; a changed problem gets a new engine from the same state. */
export interface Engine {
  readonly backend: Backend;
  /**
   * Takes up to `steps` steps, fewer if `milliseconds` run out first (at least one), and says how many were taken.
   * Rejects with NonFiniteStep when a cost, gradient or parameter stops being finite; the state is then the last good one.
   */
  readonly train: (steps: number, milliseconds: number) => Promise<number>;
  /**
   * Network outputs under fresh draws of the current q: [draws, inputs.length / inputCount, outputs] row-major, in
   * standardised units (log-odds for classes). inputs: [n, inputCount] standardised. Draw s uses the noise of `prediction` stream, sample
   * firstDraw + s, so a draw stays the same draw while q moves.
   * kept: 0 for each weight that is pruned to zero, [P]; all stay by default.
   */
  readonly outputs: (
    inputs: Float64Array,
    firstDraw: number,
    draws: number,
    kept?: Uint8Array,
  ) => Promise<Float64Array>;
  /** The weights of those draws themselves; draws of methods with fewer rows come round again. */
  readonly draws: (firstDraw: number, draws: number) => Promise<DrawnWeights>;
  readonly state: () => Promise<TrainingState>;
  /** What a step would cost at the parameters as they are, by its own noise; nothing is trained. Where the posterior is sharpened. */
  readonly stepCosts?: (step: number) => Promise<StepCosts>;
  /** Whether chains can be believed; only of methods that run chains. */
  readonly diagnostics?: () => Promise<ChainDiagnostics | null>;
  /** Frees everything it owns. */
  readonly dispose: () => void;
}

/** Makes an engine that goes on from `state`. */
export type EngineFactory = (problem: Problem, state: TrainingState) => Engine;

/** A cost, gradient or parameter stopped being finite. */
export class NonFiniteStep extends Error {
  readonly step: number;
  readonly term: 'complexityCost' | 'likelihoodCost';
  constructor(step: number, term: 'complexityCost' | 'likelihoodCost') {
    super(`${term} is not finite at step ${step}`);
    this.name = 'NonFiniteStep';
    this.step = step;
    this.term = term;
  }
}

/** Bounds that keep every engine in range; the same in all of them. */
export const guards = {
  rho: [-10, 5],
  /** log of the smallest and largest noise standard deviation, standardised units. */
  logNoise: [Math.log(1e-3), Math.log(1e3)],
  /** Gradients of the free energy longer than this (nats per unit) are scaled down to it. */
  gradientNorm: 1e6,
  /** Gains η / σ₀² of posterior sharpening. */
  gain: [0, 10],
} as const;
