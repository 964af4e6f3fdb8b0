import { likelihoods } from '../../model/likelihoods/index.ts';
import { methods } from '../../model/methods/index.ts';
import { keptWeights, multiplyAdds } from '../../model/networks/index.ts';
import { drawOutputs } from '../engine/drawOutputs.ts';
import type { Engine, TrainingState } from '../engine/engine.ts';
import { posteriorOf } from '../engine/state.ts';
import type { Yield } from '../engine/yield.ts';
import type { Problem } from '../problem/problem.ts';
import { standardizedInputs } from '../problem/scalers.ts';
import { classAnswers } from './classAnswers.ts';
import { freeEnergyOf, logPosteriorCosts, sharpenedFreeEnergy } from './observeCosts.ts';
import { observeDraw } from './observeDraw.ts';
import { observeNeurons } from './observeNeurons.ts';
import { observePosterior, summarizeDraws } from './observeWeights.ts';
import type { OutputsOfDraw, PictureContext } from './pictureDefinition.ts';
import { pictureOf } from './pictures.ts';
import { priorOutputs } from './priorOutputs.ts';
import type { ClassAnswers, FreeEnergy, OneDraw, Predictive, Snapshot, WeightSummary } from './snapshot.ts';

/** Draws behind the costs of a snapshot: at most and at least, and the multiply-adds that they may cost in between. */
const MAX_COST_DRAWS = 32;
const MIN_COST_DRAWS = 2;
const COST_BUDGET = 5e8;
/** The same where the posterior is sharpened: each of these draws takes two forward and two backward passes. */
const SHARPENED_DRAWS = 8;
/** Calls of `outputsOfDraw` between two yields to messages. */
const CALLS_PER_YIELD = 16;

/** A snapshot without the parts that the worker measures separately. */
export type Picture = Omit<
  Snapshot,
  'stepsPerSecond' | 'gradientVariance' | 'calibration' | 'pruning' | 'nextStep'
>;

/** A picture, and the training state that it shows. */
export type Observation = Picture & { readonly state: TrainingState };

/** Rows of inputs, in the data's units, whose predictions the page requests with every snapshot. */
export type Queries = readonly (readonly number[])[];

/**
 * Takes a picture of a run from frozen parameters; nothing in it is averaged over training steps. Every draw has the same
 * noise in every picture, so curves move only because the posterior moves. At step 0 predictions are those of the prior.
 */
export async function observe(
  problem: Problem,
  engine: Engine,
  yieldToMessages: Yield,
  queries: Queries = [],
): Promise<Observation> {
  const state = await engine.state();
  const posterior = await posteriorAt(problem, engine, state, yieldToMessages);
  const { weights, logNoise } = posterior;
  const context = createContext(problem, engine, state, posterior, yieldToMessages);
  const predictive = await pictureOf(problem.experiment).observe(context);
  return {
    state,
    step: state.step,
    freeEnergy: await costsOf(problem, engine, posterior, yieldToMessages),
    predictive,
    answers: await answersOf(context, queries),
    weights,
    draw: drawOf(problem, state, posterior, predictive),
    neurons: posterior.rows === null ? observeNeurons(problem, state.parameters) : null,
    noiseSigma: noiseOf(problem, logNoise),
    chains: (await engine.diagnostics?.()) ?? null,
    backend: engine.backend,
  };
}

/** The posterior of a run, as every part of a picture uses it. */
interface PosteriorAtStep {
  readonly weights: WeightSummary;
  /** Log noise of each draw, standardised units, [S′]. */
  readonly logNoise: Float64Array;
  /** The draws [S′, P] of a method that has no q; null where there is a q. */
  readonly rows: Float64Array | null;
  /** 0 for each weight that predictions prune, [P]; undefined: they keep all. */
  readonly kept: Uint8Array | undefined;
}

async function posteriorAt(
  problem: Problem,
  engine: Engine,
  state: TrainingState,
  yieldToMessages: Yield,
): Promise<PosteriorAtStep> {
  const { inference, prediction } = problem.experiment;
  if (methods[inference.method].cost === 'free-energy') {
    const q = posteriorOf(problem, state.parameters);
    const weights = await observePosterior(problem, q, MAX_COST_DRAWS, yieldToMessages);
    const logNoise = new Float64Array(prediction.samples).fill(q.logNoise);
    return { weights, logNoise, rows: null, kept: keptOf(problem, weights) };
  }
  const { weights: rows, logNoise } = await engine.draws(0, prediction.samples);
  const weights = summarizeDraws(problem, rows);
  return { weights, logNoise, rows, kept: keptOf(problem, weights) };
}

/** Which weights predictions keep; undefined: all. */
function keptOf(
  { experiment: { prediction } }: Problem,
  { mu, sigma }: WeightSummary,
): Uint8Array | undefined {
  return prediction.pruned > 0 ? keptWeights(mu, sigma, prediction.pruned) : undefined;
}

/** The access to predictions that picture definitions get: before the first step those of the prior. */
function createContext(
  problem: Problem,
  engine: Engine,
  state: TrainingState,
  { logNoise, kept }: PosteriorAtStep,
  yieldToMessages: Yield,
): PictureContext {
  const { samples } = problem.experiment.prediction;
  let calls = 0;
  const outputsOfDraw: OutputsOfDraw = async (inputs, draw) => {
    if (++calls % CALLS_PER_YIELD === 0) await yieldToMessages();
    return await engine.outputs(inputs, draw, 1, kept);
  };
  return {
    problem,
    logNoise,
    outputsAt: async (rows) => {
      const inputs = standardizedInputs(rows, problem.xScalers);
      if (state.step === 0) return await priorOutputs(problem, inputs, yieldToMessages);
      return await drawOutputs(problem, engine, inputs, samples, kept, yieldToMessages);
    },
    outputsOfDraw: state.step === 0 ? null : outputsOfDraw,
    yieldToMessages,
  };
}

/** The single draw that the page shows. At step 0 the curves are the prior's, so the draw of q has none. */
function drawOf(
  problem: Problem,
  { step }: TrainingState,
  { weights, logNoise, kept }: PosteriorAtStep,
  predictive: Predictive,
): OneDraw | null {
  const curve = predictive.kind === 'curve' && step > 0 ? predictive.x : null;
  return observeDraw(problem, { ...weights, step, logNoise: logNoise[0]! }, curve, kept);
}

/** The predicted classes of each query; null for regression, without queries, and where they do not fit the data. */
async function answersOf(
  { problem, outputsAt, yieldToMessages }: PictureContext,
  queries: Queries,
): Promise<ClassAnswers | null> {
  const { classes, inputCount } = problem;
  if (queries.length === 0 || classes === 0 || queries.some((x) => x.length !== inputCount)) return null;
  const rows = queries.map((x) => ({ x }));
  return classAnswers(problem, await outputsAt(rows), rows.length, yieldToMessages);
}

/** The free energy, or the two halves of the log posterior where there is no q, of the whole data set in nats. */
async function costsOf(
  problem: Problem,
  engine: Engine,
  { weights: { kl }, logNoise, rows }: PosteriorAtStep,
  yieldToMessages: Yield,
): Promise<FreeEnergy> {
  if (problem.sharpening !== null && engine.stepCosts && kl)
    return await sharpenedFreeEnergy(problem, engine.stepCosts, SHARPENED_DRAWS, kl, yieldToMessages);
  const affordable = Math.floor(COST_BUDGET / Math.max(1, problem.n * multiplyAdds(problem.plan)));
  const most = Math.min(MAX_COST_DRAWS, Math.max(MIN_COST_DRAWS, affordable));
  const draws = Math.min(most, problem.experiment.prediction.samples);
  const outputs = await drawOutputs(problem, engine, problem.inputs, draws, undefined, yieldToMessages);
  if (kl) return freeEnergyOf(problem, outputs, logNoise, kl);
  return logPosteriorCosts(problem, outputs, logNoise, rows!);
}

/** Root mean square of the noise over draws, in the data's units; null where the likelihood has no such number. */
function noiseOf(problem: Problem, logNoise: Float64Array): number | null {
  if (!likelihoods[problem.experiment.likelihood.kind].hasNoise) return null;
  const variance = logNoise.reduce((sum, value) => sum + Math.exp(2 * value), 0) / logNoise.length;
  return Math.sqrt(variance) * problem.yScaler.scale;
}
