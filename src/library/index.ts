import type { Experiment } from '../experiment/document/experiment.ts';
import { resolveExperiment } from '../experiment/document/resolve.ts';
import { isRecord } from '../experiment/document/schema.ts';
import { type Engine, NonFiniteStep, SenselessCost } from '../experiment/engine/engine.ts';
import { initialState } from '../experiment/engine/state.ts';
import { parameterBlocks } from '../experiment/pictures/observeWeights.ts';
import { prepareProblem } from '../experiment/pictures/prepareProblem.ts';
import type { Metrics, ParameterBlock } from '../experiment/pictures/snapshot.ts';
import { weightMoments } from '../experiment/pictures/weightMoments.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { createDivergenceCheck, largestCost, senselessCost } from '../experiment/scores/divergence.ts';
import { evaluatePredictions } from '../experiment/scores/evaluate.ts';
import { estimateFreeEnergy, type FreeEnergyEstimate } from '../experiment/scores/freeEnergyEstimate.ts';
import { type NoiseContradiction, noiseContradiction } from '../experiment/scores/noiseCheck.ts';
import { loadDataset, type Point } from '../model/datasets/index.ts';
import { likelihoods } from '../model/likelihoods/index.ts';
import { type BackendChoice, chooseBackend } from './chooseEngine.ts';
import { type Prediction, predictPoints } from './predict.ts';

export type { Experiment } from '../experiment/document/experiment.ts';
export type { FreeEnergy, Metrics, ParameterBlock } from '../experiment/pictures/snapshot.ts';
export type { FreeEnergyEstimate } from '../experiment/scores/freeEnergyEstimate.ts';
export type { NoiseContradiction } from '../experiment/scores/noiseCheck.ts';
export type { Point } from '../model/datasets/index.ts';
export type { Prediction } from './predict.ts';

/** State of training, reported by onProgress. */
export interface Progress {
  readonly step: number;
  readonly steps: number;
}

export interface TrainOptions {
  /** Training steps. Default 3,000. */
  readonly steps?: number;
  /** Points to train on instead of the experiment's; any number of inputs, the same in each. */
  readonly points?: readonly Point[];
  /** Engine. Default `auto`: WebAssembly if possible, else TypeScript; the algorithm is the same. */
  readonly backend?: BackendChoice;
  /** Called about ten times per second. */
  readonly onProgress?: (progress: Progress) => void;
}

/** q(w|θ), or mean and standard deviation of the draws of a method without a q, for standardised inputs and targets. */
export interface Posterior {
  /** Flat [P], layer by layer: kernel row-major [in, out], then bias. */
  readonly mu: readonly number[];
  readonly sigma: readonly number[];
  readonly layers: readonly ParameterBlock[];
  /** Noise standard deviation in the data's units; null if the likelihood has none. */
  readonly noise: number | null;
}

/** A trained model. Predictions and scores are in the data's units. */
export interface TrainedModel {
  readonly experiment: Experiment;
  readonly backend: 'wasm' | 'cpu';
  readonly steps: number;
  readonly trainingPoints: readonly Point[];
  readonly posterior: Posterior;
  /** Standardisation of inputs and target: (value − mean) / scale. */
  readonly standardization: Pick<Problem, 'xScalers' | 'yScaler'>;
  /**
   * Free energy of the whole training set in nats, including constants: −total is a lower bound of log p(D). draws:
   * number of weight draws; by default 1,000 to 200,000, until the standard error is at most 0.02 nats where |F| ≤ 100,
   * 0.02 % of |F| above.
   */
  readonly freeEnergy: (draws?: number) => Promise<FreeEnergyEstimate>;
  /** p(y | x, D) at each row of inputs. */
  readonly predict: (inputs: readonly (readonly number[])[]) => Promise<readonly Prediction[]>;
  /** What the training rows show instead of a fixed noise; null if they do not contradict it, or if noise is learned. */
  readonly noiseContradiction: () => Promise<NoiseContradiction | null>;
  /** Scores predictions against known targets; needs at least one point. */
  readonly evaluate: (points: readonly Point[]) => Promise<Metrics>;
}

/** Milliseconds of training between progress reports. */
const SLICE = 100;
/** Draws of the weights by which a run that diverges is recognised. */
const CHECK_DRAWS = 2;

/**
 * Trains an experiment; `{}` has every default. Rejects with one line that names every fault of the document, or the
 * step and term at which training diverged.
 */
export async function trainExperiment(
  document: Readonly<Record<string, unknown>>,
  options: TrainOptions = {},
): Promise<TrainedModel> {
  const resolved = resolveExperiment({ version: 1, ...(options.points ? withOwnData(document) : document) });
  if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join('; '));
  return trainResolved(resolved.experiment, options);
}

/** Trains a valid experiment; `points` replaces its data set. */
export async function trainResolved(
  given: Experiment,
  { steps = 3000, points, onProgress, backend: choice = 'auto' }: TrainOptions,
): Promise<TrainedModel> {
  if (!(Number.isInteger(steps) && steps >= 1))
    throw new Error(`invalid steps; must be a whole number >= 1: ${steps}`);
  const experiment = points ? withPoints(given, points) : given;
  await loadDataset(experiment.dataset.id);
  const problem = prepareProblem(experiment);
  const { backend, create } = await chooseBackend(problem, choice);
  const engine = create(problem, initialState(problem));
  const check = createCheck(problem, engine);
  for (let taken = 0; taken < steps; ) {
    taken += await engine.train(steps - taken, SLICE).catch(explain);
    await check(taken, taken === steps);
    onProgress?.({ step: taken, steps });
  }
  return {
    experiment: given,
    backend,
    steps,
    trainingPoints: problem.points,
    posterior: await posteriorNow(problem, engine),
    standardization: { xScalers: problem.xScalers, yScaler: problem.yScaler },
    freeEnergy: (draws) => estimateFreeEnergy(problem, engine, draws ?? 'adaptive'),
    predict: (inputs) => predictPoints(problem, engine, inputs),
    evaluate: (test) => evaluatePredictions(problem, engine, test),
    noiseContradiction: () => checkFixedNoise(problem, engine),
  };
}

/** A document for points of the caller's: the defaults of custom data, not those of the default data set. */
function withOwnData(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { dataset = {} } = document;
  return isRecord(dataset) ? { ...document, dataset: { id: 'custom', ...dataset } } : document;
}

/** Rows on which a fixed noise is checked, spread evenly over the table. */
const MAX_CHECKED = 2000;

async function checkFixedNoise(problem: Problem, engine: Engine): Promise<NoiseContradiction | null> {
  const { likelihood } = problem.experiment;
  if (!likelihoods[likelihood.kind].hasNoise || likelihood.learn) return null;
  const stride = Math.ceil(problem.points.length / MAX_CHECKED);
  const rows = problem.points.filter((_, row) => row % stride === 0);
  const predictions = await predictPoints(
    problem,
    engine,
    rows.map(({ x }) => x),
  );
  const numbers = predictions.filter((prediction) => 'mean' in prediction);
  return noiseContradiction(
    {
      residuals: numbers.map(({ mean }, row) => rows[row]!.y - mean),
      epistemicSigma: numbers.map(({ epistemicSigma }) => epistemicSigma),
      trained: true,
    },
    likelihood.noise,
  );
}

function withPoints(experiment: Experiment, points: readonly Point[]): Experiment {
  return { ...experiment, dataset: { ...experiment.dataset, id: 'custom', points } };
}

/** Share of the time that may be spent on recognising a run that diverges. */
const CHECK_SHARE = 0.05;

/**
 * Throws where the costs of the run are beyond sense: for many steps, or at the end. Checks are rarer where they are
 * expensive.
 */
function createCheck(problem: Problem, engine: Engine): (step: number, last: boolean) => Promise<void> {
  const { n, batchSize, experiment } = problem;
  // A step passes through the network about three times: forward and twice backward.
  const passesPerStep = 3 * experiment.inference.samples * Math.max(1, batchSize);
  const interval = (CHECK_DRAWS * n) / (CHECK_SHARE * passesPerStep);
  const costs = () => estimateFreeEnergy(problem, engine, CHECK_DRAWS);
  const most = largestCost(problem);
  const diverged = createDivergenceCheck(most);
  let checked = 0;
  return async (step, last) => {
    if (!last && step - checked < interval) return;
    checked = step;
    const now = await costs();
    const term = last ? senselessCost(now, most) : diverged(step, now);
    if (term) explain(new SenselessCost(step, term, now[term]));
  };
}

function explain(error: unknown): never {
  if (!(error instanceof NonFiniteStep || error instanceof SenselessCost)) throw error;
  const term = error.term === 'complexityCost' ? 'complexity cost' : 'likelihood cost';
  const became =
    error instanceof SenselessCost ? `reached ${error.cost.toPrecision(2)} nats` : 'became infinite';
  throw new Error(
    `the ${term} ${became} at step ${error.step}: training diverged; try a smaller inference.optimizer.learningRate`,
  );
}

async function posteriorNow(problem: Problem, engine: Engine): Promise<Posterior> {
  const { likelihood } = problem.experiment;
  const { mu, sigma, logNoise } = await weightMoments(problem, engine);
  const variance = logNoise.reduce((sum, value) => sum + Math.exp(2 * value), 0) / logNoise.length;
  return {
    mu: [...mu],
    sigma: [...sigma],
    layers: parameterBlocks(problem),
    noise: likelihoods[likelihood.kind].hasNoise ? Math.sqrt(variance) * problem.yScaler.scale : null,
  };
}
