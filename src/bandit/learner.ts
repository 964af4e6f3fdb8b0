import { fillDefaults } from '../experiment/document/defaults.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import type { Engine, EngineFactory, TrainingState } from '../experiment/engine/engine.ts';
import { initialState, rowLength } from '../experiment/engine/state.ts';
import { prepareProblem } from '../experiment/pictures/prepareProblem.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { softplusInverse } from '../math/special.ts';
import type { Agent } from './agents.ts';
import { features } from './mushrooms.ts';
import type { Replay } from './replay.ts';
import { type Action, actions } from './rewards.ts';

/** Network inputs: features of the mushroom, and the action one-hot. */
export const inputCount = features.length + actions.length;

/** Rewards are divided by this for the network, so that they are of the order of a prior with σ = 1. */
export const rewardScale = 10;

/** Learning settings shared by all agents. */
const learningSettings = {
  batchSize: 64,
  learningRate: 0.003,
  /** Noise standard deviation of the likelihood, in rewards. */
  rewardNoise: 2,
  /** Initial posterior standard deviation. */
  initialSigma: 0.02,
  /** Weight standard deviation of agents without a q: 0 up to rounding. */
  noSigma: 1e-4,
} as const;

/** An agent's network: predicts expected rewards and is trained on replayed observations. */
export interface Learner {
  /**
   * Expected rewards [draws, actions] of one mushroom under weight draws `firstDraw`, `firstDraw` + 1, …; each draw
   * is used for all actions.
   */
  readonly expected: (context: readonly boolean[], firstDraw: number, draws: number) => Promise<Float64Array>;
  /** Takes `steps` minibatch steps on the replay buffer. */
  readonly learn: (replay: Replay, steps: number) => Promise<void>;
  readonly dispose: () => void;
}

/**
 * Writes the network inputs of a mushroom and an action to `out` from index `at`: features as ±1, the action one-hot.
 */
export function writeInputs(context: readonly boolean[], action: Action, out: Float64Array, at = 0): void {
  context.forEach((has, index) => {
    out[at + index] = has ? 1 : -1;
  });
  actions.forEach((name, index) => {
    out[at + context.length + index] = name === action ? 1 : 0;
  });
}

/**
 * The experiment that defines an agent's network. All agents share layers, optimiser, minibatches and initial means;
 * one without a q has point weights and no complexity cost, which is least squares.
 */
export function learnerExperiment(agent: Agent, settings: Experiment['bandit']): Experiment {
  return fillDefaults(
    new Map<never, unknown>(
      Object.entries({
        seed: settings.seed,
        'dataset.id': 'custom',
        'dataset.points': [{ x: new Array<number>(inputCount).fill(0), y: 0 }],
        'network.hidden': [settings.units, settings.units],
        'prior.sigma': settings.priorSigma,
        'likelihood.noise': learningSettings.rewardNoise,
        'likelihood.learn': false,
        'inference.samples': agent.hasPosterior ? settings.samples : 1,
        'inference.batchSize': learningSettings.batchSize,
        'inference.klWeight': agent.hasPosterior ? 1 : 0,
        'inference.initialSigma': agent.hasPosterior
          ? learningSettings.initialSigma
          : learningSettings.noSigma,
        'inference.optimizer.learningRate': learningSettings.learningRate,
      }) as [never, unknown][],
    ),
  );
}

/** The training problem of a non-empty replay buffer. */
function replayProblem(empty: Problem, replay: Replay): Problem {
  const n = replay.size();
  const batchSize = Math.min(learningSettings.batchSize, n);
  return {
    ...empty,
    inputs: replay.inputs(),
    targets: replay.targets(),
    n,
    batchSize,
    batches: Math.ceil(n / batchSize),
  };
}

/** Resets the weight standard deviations of an agent without a q, because the optimiser updates every parameter. */
function withPointWeights(problem: Problem, state: TrainingState): TrainingState {
  const count = problem.plan.parameterCount;
  const of = (vector: Float64Array, value: number) =>
    vector.slice().fill(value, count, Math.min(2 * count, rowLength(problem)));
  return {
    ...state,
    parameters: of(state.parameters, softplusInverse(learningSettings.noSigma)),
    firstMoment: of(state.firstMoment, 0),
    secondMoment: of(state.secondMoment, 0),
  };
}

export function createLearner(
  agent: Agent,
  settings: Experiment['bandit'],
  createEngine: EngineFactory,
): Learner {
  const unit = { mean: 0, scale: 1 };
  const empty = prepareProblem(learnerExperiment(agent, settings), {
    xScalers: new Array<typeof unit>(inputCount).fill(unit),
    yScaler: { mean: 0, scale: rewardScale },
  });
  const queries = new Float64Array(actions.length * inputCount);
  let engine: Engine = createEngine(empty, initialState(empty));
  return {
    expected: async (context, firstDraw, draws) => {
      actions.forEach((action, row) => writeInputs(context, action, queries, row * inputCount));
      const outputs = await engine.outputs(queries, firstDraw, draws);
      return outputs.map((output) => rewardScale * output);
    },
    learn: async (replay, steps) => {
      const state = await engine.state();
      engine.dispose();
      const problem = replayProblem(empty, replay);
      engine = createEngine(problem, agent.hasPosterior ? state : withPointWeights(problem, state));
      await engine.train(steps, Number.POSITIVE_INFINITY);
    },
    dispose: () => engine.dispose(),
  };
}
