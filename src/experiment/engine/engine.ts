import type { Problem } from '../problem/problem.ts';
import type { Backend } from './backends.ts';
import type { ChainDiagnostics, ChainsState } from './chains.ts';

/**
 * The complete state of a run, from which any engine can continue: the parameter vector [mu (P) | rho (P) | log noise (1)],
 * one for each member of an ensemble or each chain, the optimiser's two moments in the same order, and the number of steps
 * taken. Noise is in standardised units. Where the posterior is sharpened, each vector ends with the gains η / σ₀² (P).
 */
export interface TrainingState {
  readonly step: number;
  readonly parameters: Float64Array;
  readonly firstMoment: Float64Array;
  readonly secondMoment: Float64Array;
  /** Draws and tuning of Markov chains; only of methods that run chains. */
  readonly chains?: ChainsState;
}

/** Costs of one step's batch in nats; the complexity cost is not yet multiplied by its minibatch share. */
export interface StepCosts {
  readonly complexityCost: number;
  readonly likelihoodCost: number;
  /** KL[q(θ | φ, batch) ‖ p(θ | φ)] of posterior sharpening, charged to this batch in full; only where it is on. */
  readonly sharpeningCost?: number;
}

/** Some rows of the [S, P] weights that predictions average over, with the noise of each row. */
export interface DrawnWeights {
  /** [draws, P] row-major. */
  readonly weights: Float64Array;
  /** log noise of each draw, standardised units, [draws]. */
  readonly logNoise: Float64Array;
}

/** A training run in one implementation, created for one problem. A changed problem gets a new engine from the same state. */
export interface Engine {
  readonly backend: Backend;
  /**
   * Takes up to `steps` steps, at least one, stops after `milliseconds`, and returns the number of steps taken. Rejects
   * with NonFiniteStep when a cost, gradient or parameter is not finite; the state is then the last finite one.
   */
  readonly train: (steps: number, milliseconds: number) => Promise<number>;
  /**
   * Network outputs under draws of the current q: [draws, inputs.length / inputCount, outputs] row-major, in standardised
   * units (log-odds for classes). inputs: [n, inputCount], standardised. Draw s uses sample firstDraw + s of the
   * `prediction` noise stream: the same ε at every step. kept: [P], 0 for each weight that is pruned; default: none is.
   */
  readonly outputs: (
    inputs: Float64Array,
    firstDraw: number,
    draws: number,
    kept?: Uint8Array,
  ) => Promise<Float64Array>;
  /** The weights of the same draws. Methods with fewer rows than draws repeat their rows. */
  readonly draws: (firstDraw: number, draws: number) => Promise<DrawnWeights>;
  readonly state: () => Promise<TrainingState>;
  /** Costs of step `step` at the current parameters, with that step's noise; trains nothing. For sharpened posteriors. */
  readonly stepCosts?: (step: number) => Promise<StepCosts>;
  /** Convergence diagnostics; only of methods that run chains. */
  readonly diagnostics?: () => Promise<ChainDiagnostics | null>;
  /** Frees all resources. No other function may be called afterwards. */
  readonly dispose: () => void;
}

/** Creates an engine that continues from `state`. */
export type EngineFactory = (problem: Problem, state: TrainingState) => Engine;

/** A cost, gradient or parameter is not finite. `step` counts from 0. */
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

/** A cost has been finite, but beyond sense, for many steps. cost: in nats. */
export class SenselessCost extends Error {
  readonly step: number;
  readonly term: 'complexityCost' | 'likelihoodCost';
  readonly cost: number;
  constructor(step: number, term: 'complexityCost' | 'likelihoodCost', cost: number) {
    super(`${term} is ${cost} at step ${step}`);
    this.name = 'SenselessCost';
    this.step = step;
    this.term = term;
    this.cost = cost;
  }
}

/** Bounds on parameters and gradients, the same in every engine. */
export const guards = {
  rho: [-10, 5],
  /** log of the smallest and the largest noise standard deviation, in standardised units. */
  logNoise: [Math.log(1e-3), Math.log(1e3)],
  /** Gradients of the free energy are clipped to this norm, in nats per unit. */
  gradientNorm: 1e6,
  /** Gains η / σ₀² of posterior sharpening. */
  gain: [0, 10],
} as const;
