import type { ChainsState, ChainTuning } from '../../experiment/engine/chains.ts';
import { guards, NonFiniteStep, type TrainingState } from '../../experiment/engine/engine.ts';
import { rowLength, stateRows } from '../../experiment/engine/state.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import { createRandom, streams } from '../../math/random.ts';
import { likelihoods } from '../../model/likelihoods/index.ts';
import { maxLeapfrogSteps } from '../../model/methods/index.ts';
import { beginChain, hamiltonianTransition, type LogDensity, type Transition } from '../hamiltonian.ts';
import { addPosteriorCosts } from '../logPosterior.ts';
import { emptyVariance, regularizedVariance, updateVariance } from '../runningVariance.ts';
import { beginDualAveraging, reasonableStepSize, updateDualAveraging } from '../stepSize.ts';
import { type MethodSteps, sameState } from './method.ts';

/** Transitions of warm-up: they tune the step size and the mass, and their draws are discarded. */
export const WARMUP = 400;
/** The transition from which variances are estimated, and those after which they become the inverse mass (Stan's windows). */
const GATHER_FROM = 60;
const MASS_AT: readonly number[] = [120, 240, 350];
/** Acceptance probability that dual averaging aims at (Hoffman & Gelman 2014, §3.2.1 use 0.65; 0.8 is Stan's). */
const TARGET = 0.8;
/** Transitions over which a chain's acceptance probability is averaged, exponentially. */
const ACCEPTANCE_WINDOW = 50;
/** Length of a trajectory in posterior standard deviations: a quarter turn of a normal (Neal 2011, §5.4.1). */
const TRAJECTORY = Math.PI / 2;
/** Limits on kept draws of a chain and on their numbers; at a limit every second draw is dropped and thinning doubles. */
const MAX_KEPT = 2000;
const MAX_NUMBERS = 2 ** 20;

/** Whether a position includes log noise. */
function samplesNoise({ experiment: { likelihood } }: Problem): boolean {
  return likelihood.learn && likelihoods[likelihood.kind].hasNoise;
}

/** Length of a position. */
export function chainDimension(problem: Problem): number {
  return problem.plan.parameterCount + (samplesNoise(problem) ? 1 : 0);
}

/**
 * log p(w, D) on all data with β = 1: the exact posterior, independent of any q. Where noise is learned, log σₙ is sampled
 * too, with a uniform prior within its guards.
 */
export function logPosteriorDensity(problem: Problem): LogDensity {
  const { parameterCount } = problem.plan;
  const data = { inputs: problem.inputs, targets: problem.targets, rows: problem.n };
  const noisy = samplesNoise(problem);
  const given = Math.log(problem.noiseSigma);
  const fixed = Math.min(Math.max(given, guards.logNoise[0]), guards.logNoise[1]);
  return (position, gradient) => {
    const weights = position.subarray(0, parameterCount);
    const logNoise = noisy ? position[parameterCount]! : fixed;
    if (logNoise < guards.logNoise[0] || logNoise > guards.logNoise[1]) return Number.NEGATIVE_INFINITY;
    gradient.fill(0);
    const costs = addPosteriorCosts(
      problem,
      weights,
      logNoise,
      data,
      1,
      gradient.subarray(0, parameterCount),
    );
    if (noisy) gradient[parameterCount] = costs.logNoise;
    for (let i = 0; i < gradient.length; i++) gradient[i] = -gradient[i]!;
    return -costs.complexityCost - costs.likelihoodCost;
  };
}

/** The position of chain `row` in the state's parameters. */
function positionOf(problem: Problem, { parameters }: TrainingState, row: number): Float64Array {
  const { parameterCount } = problem.plan;
  const start = row * rowLength(problem);
  const position = new Float64Array(chainDimension(problem));
  position.set(parameters.subarray(start, start + parameterCount));
  if (position.length > parameterCount) position[parameterCount] = parameters[start + 2 * parameterCount]!;
  return position;
}

function beginTuning(
  problem: Problem,
  density: LogDensity,
  position: Float64Array,
  row: number,
): ChainTuning {
  const inverseMass = new Float64Array(position.length).fill(0.01);
  const random = createRandom(problem.experiment.seed, streams.chains + row);
  const stepSize = reasonableStepSize(density, beginChain(density, position), inverseMass, random);
  return {
    averaging: beginDualAveraging(stepSize),
    variance: emptyVariance(position.length),
    inverseMass,
    acceptance: TARGET,
  };
}

/** Adapts the step size after a transition of warm-up and, at the ends of windows, the mass. */
function adapt(tuning: ChainTuning, position: Float64Array, acceptance: number, step: number): ChainTuning {
  const averaging = updateDualAveraging(tuning.averaging, acceptance, TARGET);
  const variance = step >= GATHER_FROM ? updateVariance(tuning.variance, position) : tuning.variance;
  if (!MASS_AT.includes(step + 1)) return { ...tuning, averaging, variance };
  return {
    ...tuning,
    averaging: beginDualAveraging(averaging.averageStepSize),
    variance: emptyVariance(position.length),
    inverseMass: regularizedVariance(variance),
  };
}

/** One transition of every chain. Its random numbers depend on (seed, chain, step) alone. */
function transition(problem: Problem, state: TrainingState): TrainingState {
  const density = logPosteriorDensity(problem);
  const { parameterCount } = problem.plan;
  const rows = stateRows(problem);
  const parameters = state.parameters.slice();
  const warm = state.step >= WARMUP;
  const tunings: ChainTuning[] = [];
  const logDensities = new Float64Array(rows);
  let divergences = state.chains?.divergences ?? 0;
  for (let row = 0; row < rows; row++) {
    const { tuning, transition: moved } = chainTransition(problem, density, state, row);
    const { position, logDensity } = moved.state;
    tunings.push(warm ? tuning : adapt(tuning, position, moved.acceptance, state.step));
    if (warm && moved.divergent) divergences++;
    logDensities[row] = logDensity;
    const start = row * rowLength(problem);
    parameters.set(position.subarray(0, parameterCount), start);
    if (position.length > parameterCount) parameters[start + 2 * parameterCount] = position[parameterCount]!;
  }
  const next: TrainingState = { ...state, step: state.step + 1, parameters };
  const chains: ChainsState = { ...(state.chains ?? noDraws(rows)), tuning: tunings, divergences };
  return { ...next, chains: warm ? keepDraws(problem, next, chains, logDensities) : chains };
}

/** One transition of chain `row`, and its tuning with the mean acceptance probability updated. */
function chainTransition(
  problem: Problem,
  density: LogDensity,
  state: TrainingState,
  row: number,
): { readonly tuning: ChainTuning; readonly transition: Transition } {
  const position = positionOf(problem, state, row);
  const tuning = state.chains?.tuning[row] ?? beginTuning(problem, density, position, row);
  const { stepSize, averageStepSize } = tuning.averaging;
  const random = createRandom(problem.experiment.seed, streams.chains + row, state.step + 1);
  const size = state.step >= WARMUP ? averageStepSize : stepSize;
  const current = beginChain(density, position);
  if (!Number.isFinite(current.logDensity)) throw new NonFiniteStep(state.step, 'likelihoodCost');
  const moved = hamiltonianTransition(density, current, {
    // A randomly varied step size prevents periodic trajectories (Neal 2011, §5.4.2.2).
    stepSize: size * (0.8 + 0.4 * random()),
    inverseMass: tuning.inverseMass,
    leapfrogSteps: Math.min(maxLeapfrogSteps, Math.max(1, Math.round(TRAJECTORY / size))),
    random,
  });
  const acceptance = tuning.acceptance + (moved.acceptance - tuning.acceptance) / ACCEPTANCE_WINDOW;
  return { tuning: { ...tuning, acceptance }, transition: moved };
}

function noDraws(rows: number): Omit<ChainsState, 'tuning' | 'divergences'> {
  const none = Array.from({ length: rows }, () => new Float64Array(0));
  return { draws: none, logDensities: none, kept: 0, thinning: 1 };
}

/** Adds the current draws where thinning keeps them; drops every second one where there are too many. */
function keepDraws(
  problem: Problem,
  state: TrainingState,
  chains: ChainsState,
  logDensities: Float64Array,
): ChainsState {
  if ((state.step - WARMUP) % chains.thinning !== 0) return chains;
  const dimension = chainDimension(problem);
  const grown = {
    ...chains,
    draws: chains.draws.map((draws, row) => appended(draws, positionOf(problem, state, row))),
    logDensities: chains.logDensities.map((values, row) =>
      appended(values, logDensities.subarray(row, row + 1)),
    ),
    kept: chains.kept + 1,
  };
  const most = Math.min(
    MAX_KEPT,
    Math.max(20, 2 * Math.floor(MAX_NUMBERS / (2 * dimension * grown.draws.length))),
  );
  if (grown.kept < most) return grown;
  return {
    ...grown,
    draws: grown.draws.map((draws) => everySecond(draws, dimension)),
    logDensities: grown.logDensities.map((values) => everySecond(values, 1)),
    kept: Math.floor(grown.kept / 2),
    thinning: 2 * grown.thinning,
  };
}

function appended(values: Float64Array, more: Float64Array): Float64Array {
  const all = new Float64Array(values.length + more.length);
  all.set(values);
  all.set(more, values.length);
  return all;
}

/** Rows 1, 3, 5 … of [rows, width]: those that the doubled thinning keeps. */
function everySecond(values: Float64Array, width: number): Float64Array {
  const half = new Float64Array(Math.floor(values.length / width / 2) * width);
  for (let row = 0; row * width < half.length; row++)
    half.set(values.subarray((2 * row + 1) * width, (2 * row + 2) * width), row * width);
  return half;
}

/**
 * Hamiltonian Monte Carlo on the network's posterior (Neal 2011). Each row of the state is a chain, with a step size tuned
 * by dual averaging (Hoffman & Gelman 2014, §3.2) and a diagonal mass estimated in warm-up. Draws for predictions alternate
 * between the chains and are spread over the kept draws; before any is kept they are the chains' current positions.
 */
export const hamiltonian: MethodSteps = {
  step: transition,
  view: sameState,
  draws: (problem, state, firstDraw, draws) => {
    const { parameterCount } = problem.plan;
    const dimension = chainDimension(problem);
    const rows = stateRows(problem);
    const kept = state.chains?.kept ?? 0;
    const weights = new Float64Array(draws * parameterCount);
    const logNoise = new Float64Array(draws);
    const wanted = Math.max(1, Math.ceil(problem.experiment.prediction.samples / rows));
    for (let draw = 0; draw < draws; draw++) {
      const row = (firstDraw + draw) % rows;
      const turn = Math.floor((firstDraw + draw) / rows) % wanted;
      const index = Math.floor(((turn + 0.5) * kept) / wanted);
      const position =
        kept > 0
          ? state.chains!.draws[row]!.subarray(index * dimension, (index + 1) * dimension)
          : positionOf(problem, state, row);
      weights.set(position.subarray(0, parameterCount), draw * parameterCount);
      logNoise[draw] = samplesNoise(problem)
        ? position[parameterCount]!
        : state.parameters[2 * parameterCount]!;
    }
    return { weights, logNoise };
  },
};
