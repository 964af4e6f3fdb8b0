import { type Random, standardNormal } from '../math/random.ts';

/** log p up to a constant, in nats, −∞ where forbidden. Writes d log p / d position to gradient; both [dimension]. */
export type LogDensity = (position: Float64Array, gradient: Float64Array) => number;

/** The current state of a chain. */
export interface ChainState {
  readonly position: Float64Array;
  readonly logDensity: number;
  readonly gradient: Float64Array;
}

/** The outcome of one transition. */
export interface Transition {
  /** The end of the trajectory where it is accepted, else the state before. */
  readonly state: ChainState;
  /** Metropolis acceptance probability. */
  readonly acceptance: number;
  /** Whether the energy error exceeded DIVERGENCE: the proposal is rejected; the step size is too large here. */
  readonly divergent: boolean;
}

/** How a trajectory is simulated. */
export interface Trajectory {
  readonly stepSize: number;
  /** Diagonal of the inverse mass matrix: estimated posterior variances, [dimension]. */
  readonly inverseMass: Float64Array;
  readonly leapfrogSteps: number;
  readonly random: Random;
}

/** Energy error in nats from which a transition counts as divergent (Betancourt 2017, §6.2). */
const DIVERGENCE = 1000;

/** The state of a chain at a position. */
export function beginChain(logDensity: LogDensity, position: Float64Array): ChainState {
  const gradient = new Float64Array(position.length);
  return { position, logDensity: logDensity(position, gradient), gradient };
}

/**
 * One transition of Hamiltonian Monte Carlo (Neal 2011, figure 2) with potential −log p and kinetic energy
 * ½ Σ inverseMass · momentum²: draws a momentum, simulates `leapfrogSteps` leapfrog steps, then accepts or rejects the end.
 */
export function hamiltonianTransition(
  logDensity: LogDensity,
  state: ChainState,
  { stepSize, inverseMass, leapfrogSteps, random }: Trajectory,
): Transition {
  const momentum = inverseMass.map((variance) => standardNormal(random) / Math.sqrt(variance));
  const initialEnergy = kineticEnergy(momentum, inverseMass) - state.logDensity;
  const proposal = leapfrog(logDensity, state, momentum, stepSize, inverseMass, leapfrogSteps);
  const energy = kineticEnergy(momentum, inverseMass) - proposal.logDensity;
  const logAcceptance = initialEnergy - energy;
  const uniform = random();
  if (!Number.isFinite(logAcceptance) || logAcceptance <= -DIVERGENCE)
    return { state, acceptance: 0, divergent: true };
  const acceptance = Math.min(1, Math.exp(logAcceptance));
  return { state: uniform < acceptance ? proposal : state, acceptance, divergent: false };
}

/** Simulates leapfrog steps (Neal 2011, eq. 2.28–2.30). Updates the momentum in place. */
export function leapfrog(
  logDensity: LogDensity,
  start: ChainState,
  momentum: Float64Array,
  stepSize: number,
  inverseMass: Float64Array,
  steps: number,
): ChainState {
  const position = start.position.slice();
  const gradient = start.gradient.slice();
  let density = start.logDensity;
  for (let step = 0; step < steps; step++) {
    for (let i = 0; i < position.length; i++) momentum[i]! += 0.5 * stepSize * gradient[i]!;
    for (let i = 0; i < position.length; i++) position[i]! += stepSize * inverseMass[i]! * momentum[i]!;
    density = logDensity(position, gradient);
    if (!Number.isFinite(density)) break;
    for (let i = 0; i < position.length; i++) momentum[i]! += 0.5 * stepSize * gradient[i]!;
  }
  return { position, logDensity: density, gradient };
}

function kineticEnergy(momentum: Float64Array, inverseMass: Float64Array): number {
  let energy = 0;
  for (let i = 0; i < momentum.length; i++) energy += 0.5 * inverseMass[i]! * momentum[i]! ** 2;
  return energy;
}
