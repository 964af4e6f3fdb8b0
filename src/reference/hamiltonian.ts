import { type Random, standardNormal } from '../math/random.ts';

/** log p up to a constant, in nats, −∞ where forbidden. Writes d log p / d position to gradient; both [dimension]. */
export type LogDensity = (position: Float64Array, gradient: Float64Array) => number;

/** Where a chain stands. */
export interface ChainState {
  readonly position: Float64Array;
  readonly logDensity: number;
  readonly gradient: Float64Array;
}

export interface Transition {
  /** Where the chain stands after it: the end of the trajectory, or where it began. */
  readonly state: ChainState;
  /** Metropolis acceptance probability. */
  readonly acceptance: number;
  /** The energy error ran away: the end was refused, and the step size is too large for this place. */
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

/** Energy error in nats that counts as a divergence (Betancourt 2017, §6.2). */
const DIVERGENCE = 1000;

export function beginChain(logDensity: LogDensity, position: Float64Array): ChainState {
  const gradient = new Float64Array(position.length);
  return { position, logDensity: logDensity(position, gradient), gradient };
}

/**
 * One transition of Hamiltonian Monte Carlo (Neal 2011, figure 2) with potential −log p and kinetic energy
 * ½ Σ inverseMass · momentum²: a fresh momentum, `leapfrogSteps` leapfrog steps, then accept or stay.
 */
export function hamiltonianTransition(
  logDensity: LogDensity,
  state: ChainState,
  { stepSize, inverseMass, leapfrogSteps, random }: Trajectory,
): Transition {
  const momentum = inverseMass.map((variance) => standardNormal(random) / Math.sqrt(variance));
  const energy = kineticEnergy(momentum, inverseMass) - state.logDensity;
  const end = leapfrog(logDensity, state, momentum, stepSize, inverseMass, leapfrogSteps);
  const error = kineticEnergy(momentum, inverseMass) - end.logDensity - energy;
  const chance = random();
  if (!(Math.abs(error) < Number.POSITIVE_INFINITY && error < DIVERGENCE))
    return { state, acceptance: 0, divergent: true };
  const acceptance = Math.min(1, Math.exp(-error));
  return { state: chance < acceptance ? end : state, acceptance, divergent: false };
}

/** A trajectory of leapfrog steps (Neal 2011, eq. 2.28–2.30); the momentum is moved in place. */
export function leapfrog(
  logDensity: LogDensity,
  begin: ChainState,
  momentum: Float64Array,
  stepSize: number,
  inverseMass: Float64Array,
  steps: number,
): ChainState {
  const position = begin.position.slice();
  const gradient = begin.gradient.slice();
  let density = begin.logDensity;
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
