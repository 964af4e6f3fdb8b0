import type { Experiment } from '../experiment/document/experiment.ts';
import { resolveExperiment } from '../experiment/document/resolve.ts';
import { type Engine, NonFiniteStep } from '../experiment/engine/engine.ts';
import { initialState } from '../experiment/engine/state.ts';
import { parameterBlocks } from '../experiment/pictures/observeWeights.ts';
import type { FreeEnergy, Metrics, ParameterBlock } from '../experiment/pictures/snapshot.ts';
import { weightMoments } from '../experiment/pictures/weightMoments.ts';
import { type Problem, prepareProblem } from '../experiment/problem/problem.ts';
import { estimateFreeEnergy, evaluatePredictions } from '../experiment/scores/evaluate.ts';
import { loadDataset, type Point } from '../model/datasets/index.ts';
import { likelihoods } from '../model/likelihoods/index.ts';
import { type BackendChoice, chooseBackend } from './chooseEngine.ts';
import { type Prediction, predictPoints } from './predict.ts';

export type { Experiment } from '../experiment/document/experiment.ts';
export type { FreeEnergy, Metrics, ParameterBlock } from '../experiment/pictures/snapshot.ts';
export type { Point } from '../model/datasets/index.ts';
export type { Prediction } from './predict.ts';

/** What can be said while a model trains. */
export interface Progress {
  readonly step: number;
  readonly steps: number;
}

export interface TrainOptions {
  /** Steps to train. Default 3,000. */
  readonly steps?: number;
  /** Points to train on instead of those of the experiment; any number of inputs, the same in each. */
  readonly points?: readonly Point[];
  /** Which engine trains. Default `auto`: WebAssembly where it can, else TypeScript. The algorithm is the same. */
  readonly backend?: BackendChoice;
  /** Called about ten times a second. */
  readonly onProgress?: (progress: Progress) => void;
}

/** q(w|θ), or the mean and standard deviation of the draws of a method without one, on standardised inputs and targets. */
export interface Posterior {
  /** Flat [P]: layer by layer, the kernel row-major [in, out] before its bias. */
  readonly mu: readonly number[];
  readonly sigma: readonly number[];
  readonly layers: readonly ParameterBlock[];
  /** Noise standard deviation in the data's own units; null where the likelihood has none. */
  readonly noise: number | null;
}

/** A trained model. Everything it says is in the data's own units. */
export interface TrainedModel {
  readonly experiment: Experiment;
  readonly backend: 'wasm' | 'cpu';
  readonly steps: number;
  readonly trainingPoints: readonly Point[];
  readonly posterior: Posterior;
  /** How inputs and target were standardised: (value − mean) / scale. */
  readonly standardization: Pick<Problem, 'xScalers' | 'yScaler'>;
  /** F of the whole training set in nats from `draws` draws of the weights, constants included: −total bounds log p(D). */
  readonly freeEnergy: (draws?: number) => Promise<FreeEnergy>;
  /** p(y | x, D) at each row of inputs. */
  readonly predict: (inputs: readonly (readonly number[])[]) => Promise<readonly Prediction[]>;
  /** Scores predictions of known targets. At least one point. */
  readonly evaluate: (points: readonly Point[]) => Promise<Metrics>;
}

/** Milliseconds of training between two reports of progress. */
const SLICE = 100;

/**
 * Trains an experiment: `{}` is one with every default. Rejects with one line that names every fault of the document, or
 * the step and term at which training stopped being finite.
 */
export async function trainExperiment(
  document: Readonly<Record<string, unknown>>,
  options: TrainOptions = {},
): Promise<TrainedModel> {
  const resolved = resolveExperiment({ version: 1, ...document });
  if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join('; '));
  return trainResolved(resolved.experiment, options);
}

/** Trains an experiment that is known to be legal; its points are replaced by those given, however many. */
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
  for (let taken = 0; taken < steps; ) {
    taken += await engine.train(steps - taken, SLICE).catch(explain);
    onProgress?.({ step: taken, steps });
  }
  return {
    experiment: given,
    backend,
    steps,
    trainingPoints: problem.points,
    posterior: await posteriorNow(problem, engine),
    standardization: { xScalers: problem.xScalers, yScaler: problem.yScaler },
    freeEnergy: (draws = 1000) => estimateFreeEnergy(problem, engine, draws),
    predict: (inputs) => predictPoints(problem, engine, inputs),
    evaluate: (test) => evaluatePredictions(problem, engine, test),
  };
}

function withPoints(experiment: Experiment, points: readonly Point[]): Experiment {
  return { ...experiment, dataset: { ...experiment.dataset, id: 'custom', points } };
}

function explain(error: unknown): never {
  if (!(error instanceof NonFiniteStep)) throw error;
  const term = error.term === 'complexityCost' ? 'complexity cost' : 'likelihood cost';
  throw new Error(
    `the ${term} became infinite at step ${error.step}; try a smaller inference.optimizer.learningRate`,
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
