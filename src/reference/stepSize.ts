import type { DualAveraging } from '../experiment/engine/chains.ts';
import { type Random, standardNormal } from '../math/random.ts';
import { type ChainState, type LogDensity, leapfrog } from './hamiltonian.ts';

/** Constants of Hoffman & Gelman 2014, §3.2.1. */
const GAMMA = 0.05;
const T0 = 10;
const KAPPA = 0.75;

/** Starts the adaptation from a step size, and shrinks it towards ten times that size. */
export function beginDualAveraging(stepSize: number): DualAveraging {
  return { stepSize, averageStepSize: stepSize, anchor: Math.log(10 * stepSize), error: 0, count: 0 };
}

/** Updates the adaptation after a transition with this acceptance probability (Hoffman & Gelman 2014, algorithm 5, eq. 6). */
export function updateDualAveraging(
  { averageStepSize, anchor, error, count }: DualAveraging,
  acceptance: number,
  target: number,
): DualAveraging {
  const m = count + 1;
  const nextError = (1 - 1 / (m + T0)) * error + (target - acceptance) / (m + T0);
  const logStep = anchor - (Math.sqrt(m) / GAMMA) * nextError;
  const weight = m ** -KAPPA;
  const logAverage = weight * logStep + (1 - weight) * Math.log(averageStepSize);
  return {
    stepSize: Math.exp(logStep),
    averageStepSize: Math.exp(logAverage),
    anchor,
    error: nextError,
    count: m,
  };
}

/** Limit on doublings or halvings. */
const MAX_DOUBLINGS = 30;

/** A step size at which one leapfrog step is accepted with a probability of about ½ (Hoffman & Gelman 2014, algorithm 4). */
export function reasonableStepSize(
  logDensity: LogDensity,
  state: ChainState,
  inverseMass: Float64Array,
  random: Random,
): number {
  const fresh = inverseMass.map((variance) => standardNormal(random) / Math.sqrt(variance));
  const kinetic = (momentum: Float64Array) =>
    momentum.reduce((sum, p, i) => sum + 0.5 * inverseMass[i]! * p * p, 0);
  const logAcceptance = (stepSize: number): number => {
    const momentum = fresh.slice();
    const end = leapfrog(logDensity, state, momentum, stepSize, inverseMass, 1);
    const change = end.logDensity - kinetic(momentum) - state.logDensity + kinetic(fresh);
    return Number.isNaN(change) ? Number.NEGATIVE_INFINITY : change;
  };
  let stepSize = 1;
  const grows = logAcceptance(stepSize) > Math.log(0.5);
  for (let doubling = 0; doubling < MAX_DOUBLINGS; doubling++) {
    if (logAcceptance(stepSize) > Math.log(0.5) !== grows) break;
    stepSize *= grows ? 2 : 0.5;
  }
  return stepSize;
}
