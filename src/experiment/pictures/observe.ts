import { likelihoods } from '../../model/likelihoods/index.ts';
import { methods } from '../../model/methods/index.ts';
import { keptWeights, multiplyAdds } from '../../model/networks/index.ts';
import { drawOutputs, type Yield } from '../engine/drawOutputs.ts';
import type { Engine, TrainingState } from '../engine/engine.ts';
import { posteriorOf } from '../engine/state.ts';
import type { Problem } from '../problem/problem.ts';
import { standardizedInputs } from '../problem/scalers.ts';
import { type ClassAnswers, classAnswers } from './classAnswers.ts';
import { freeEnergyOf, logPosteriorCosts, sharpenedFreeEnergy } from './observeCosts.ts';
import { curveGrid, observeCurve } from './observeCurve.ts';
import { observeDraw } from './observeDraw.ts';
import { observeImages } from './observeImages.ts';
import { observeNeurons } from './observeNeurons.ts';
import { observePlane, planeAxes, planePlaces } from './observePlane.ts';
import { observeSequence } from './observeSequence.ts';
import { observeTable, sliceOf, tableRows } from './observeTable.ts';
import { observePosterior, summarizeDraws } from './observeWeights.ts';
import { type PictureKind, pictureKindOf } from './pictureKind.ts';
import { priorOutputs } from './priorOutputs.ts';
import type { FreeEnergy, OneDraw, Predictive, Snapshot, WeightSummary } from './snapshot.ts';

/** Draws behind the costs of a snapshot: the most; the fewest; and multiply-adds that decide between them. */
const COST_DRAWS = 32;
const MIN_COST_DRAWS = 2;
const COST_BUDGET = 5e8;
/** Where the posterior is sharpened each takes the network forwards and back twice. */
const SHARPENED_DRAWS = 8;
/** Small questions to the engine between two chances for messages to be read. */
const CALLS = 16;

/** A picture from frozen parameters; what the worker measures apart is not in it. */
export type Picture = Omit<
  Snapshot,
  'stepsPerSecond' | 'gradientVariance' | 'calibration' | 'pruning' | 'nextStep'
>;

/** A picture, and the state that it was taken of. */
export type Observation = Picture & { readonly state: TrainingState };

/** What every part of a picture looks at. */
interface View {
  readonly problem: Problem;
  readonly state: TrainingState;
  readonly weights: WeightSummary;
  /** Rows of the [S′, P] weights, where the method has no q; and the log noise of every draw. */
  readonly drawn: Float64Array | null;
  readonly logNoise: Float64Array;
  readonly outputs: (inputs: Float64Array, draws: number, kept?: Uint8Array) => Promise<Float64Array>;
  /** Of one draw alone, pruned as predictions are. */
  readonly outputsOfDraw: (inputs: Float64Array, draw: number) => Promise<Float64Array>;
  readonly stepCosts: Engine['stepCosts'];
  readonly yieldToMessages: Yield;
}

/**
 * A picture of the run from frozen parameters: nothing in it is averaged over training. Every draw keeps its own noise
 * from snapshot to snapshot, so curves move because q moves. At step 0 the predictive is that of the prior.
 */
export async function observe(
  problem: Problem,
  engine: Engine,
  yieldToMessages: Yield,
  queries: Queries = [],
): Promise<Observation> {
  const view = await viewOf(problem, engine, yieldToMessages);
  const predictive = await predictiveOf(view);
  return {
    state: view.state,
    step: view.state.step,
    freeEnergy: await costsOf(view),
    predictive,
    answers: await answersOf(view, queries),
    weights: view.weights,
    draw: drawOf(view, predictive),
    neurons: view.drawn === null ? observeNeurons(problem, view.state.parameters) : null,
    noiseSigma: noiseOf(view),
    chains: (await engine.diagnostics?.()) ?? null,
    backend: engine.backend,
  };
}

/** The draw that the page follows; before the first step the curves are the prior's, and it has none. */
function drawOf({ problem, state, weights, logNoise }: View, predictive: Predictive): OneDraw | null {
  const curve = predictive.kind === 'curve' && state.step > 0 ? predictive.x : null;
  const posterior = { ...weights, step: state.step, logNoise: logNoise[0]! };
  return observeDraw(problem, posterior, curve, keptOf(problem, weights));
}

/** Rows of inputs, in the data's units, that the page asks about. */
export type Queries = readonly (readonly number[])[];

/** What the network says of each question; null of numbers, or where nothing is asked. */
async function answersOf(view: View, queries: Queries): Promise<ClassAnswers | null> {
  const { classes, inputCount } = view.problem;
  if (queries.length === 0 || classes === 0 || queries.some((x) => x.length !== inputCount)) return null;
  const rows = queries.map((x) => ({ x }));
  return classAnswers(view.problem, await outputsAt(view, rows), rows.length, view.yieldToMessages);
}

async function viewOf(problem: Problem, engine: Engine, yieldToMessages: Yield): Promise<View> {
  const { samples } = problem.experiment.prediction;
  const state = await engine.state();
  let asked = 0;
  const ways = (weights: WeightSummary) => ({
    weights,
    outputs: (inputs: Float64Array, draws: number, kept?: Uint8Array) =>
      drawOutputs(problem, engine, inputs, draws, kept, yieldToMessages),
    outputsOfDraw: async (inputs: Float64Array, draw: number) => {
      if (++asked % CALLS === 0) await yieldToMessages();
      return await engine.outputs(inputs, draw, 1, keptOf(problem, weights));
    },
    stepCosts: engine.stepCosts,
    yieldToMessages,
  });
  if (methods[problem.experiment.inference.method].cost === 'free-energy') {
    const posterior = posteriorOf(problem, state.parameters);
    const weights = await observePosterior(problem, posterior, COST_DRAWS, yieldToMessages);
    const logNoise = new Float64Array(samples).fill(posterior.logNoise);
    return { problem, state, drawn: null, logNoise, ...ways(weights) };
  }
  const { weights: drawn, logNoise } = await engine.draws(0, samples);
  return { problem, state, drawn, logNoise, ...ways(summarizeDraws(problem, drawn)) };
}

/** Which weights predictions keep; undefined: all. */
function keptOf(
  { experiment: { prediction } }: Problem,
  { mu, sigma }: WeightSummary,
): Uint8Array | undefined {
  return prediction.pruned > 0 ? keptWeights(mu, sigma, prediction.pruned) : undefined;
}

/** How each kind of picture is taken. */
const pictures = {
  curve: async (view) => {
    const x = curveGrid(view.problem.xDomain);
    const places = Array.from(x, (value) => ({ x: [value] }));
    return observeCurve(view.problem, x, await outputsAt(view, places), view.logNoise);
  },
  plane: async (view) => {
    const axes = planeAxes(view.problem);
    const outputs = await outputsAt(view, planePlaces(...axes));
    return observePlane(view.problem, axes, outputs, view.yieldToMessages);
  },
  images: async (view) => {
    const { heldOut } = view.problem;
    return observeImages(view.problem, await outputsAt(view, heldOut), view.yieldToMessages);
  },
  sequence: async (view) => {
    const { problem, logNoise, state } = view;
    const outputs = await outputsAt(view, [...problem.points, ...problem.heldOut]);
    const forecasts = state.step === 0 ? null : view.outputsOfDraw;
    return observeSequence(problem, outputs, logNoise, forecasts, view.yieldToMessages);
  },
  table: async (view) => {
    const { problem, logNoise } = view;
    const slice = sliceOf(problem);
    const rows = await outputsAt(view, tableRows(problem).rows);
    const outputs = { rows, slice: await outputsAt(view, slice.places), logNoise };
    return observeTable(problem, slice, outputs, view.yieldToMessages);
  },
} as const satisfies Record<PictureKind, (view: View) => Promise<Predictive>>;

function predictiveOf(view: View): Promise<Predictive> {
  return pictures[pictureKindOf(view.problem.experiment)](view);
}

/** Outputs [S′, places, outputCount] as predictions have them: before training those of the prior, and pruned. */
async function outputsAt(
  { problem, state, weights, outputs, yieldToMessages }: View,
  places: readonly { readonly x: readonly number[] }[],
): Promise<Float64Array> {
  const { samples } = problem.experiment.prediction;
  const inputs = standardizedInputs(places, problem.xScalers);
  if (state.step === 0) return await priorOutputs(problem, inputs, yieldToMessages);
  return outputs(inputs, samples, keptOf(problem, weights));
}

async function costsOf(view: View): Promise<FreeEnergy> {
  const { problem, weights, drawn, logNoise, outputs, stepCosts, yieldToMessages } = view;
  if (problem.sharpening !== null && stepCosts && weights.kl)
    return await sharpenedFreeEnergy(problem, stepCosts, SHARPENED_DRAWS, weights.kl, yieldToMessages);
  const affordable = Math.floor(COST_BUDGET / Math.max(1, problem.n * multiplyAdds(problem.plan)));
  const most = Math.min(COST_DRAWS, Math.max(MIN_COST_DRAWS, affordable));
  const draws = Math.min(most, problem.experiment.prediction.samples);
  const atData = await outputs(problem.inputs, draws);
  if (weights.kl) return freeEnergyOf(problem, atData, logNoise, weights.kl);
  return logPosteriorCosts(problem, atData, logNoise, drawn!);
}

/** Root mean square of the noise over draws, in the data's units; null where the likelihood has no such number. */
function noiseOf({ problem, logNoise }: View): number | null {
  if (!likelihoods[problem.experiment.likelihood.kind].hasNoise) return null;
  const variance = logNoise.reduce((sum, value) => sum + Math.exp(2 * value), 0) / logNoise.length;
  return Math.sqrt(variance) * problem.yScaler.scale;
}
