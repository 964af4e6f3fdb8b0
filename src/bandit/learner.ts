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

/** Numbers that a network sees: the features of the mushroom, and the action one-hot. */
export const inputCount = features.length + actions.length;

/** Rewards are divided by this before a network sees them, so that a prior of width 1 fits them. */
export const rewardScale = 10;

/** What is settled about learning, of every agent alike. */
const learning = {
  batchSize: 64,
  learningRate: 0.003,
  /** Width of the rewards that a network takes for noise, in rewards. */
  rewardNoise: 2,
  /** Posterior width that q starts with. */
  initialSigma: 0.02,
  /** Width of the weights of an agent that has no q: none, but for rounding. */
  noSigma: 1e-4,
} as const;

/** An agent's network: rewards expected of mushrooms, and how it learns them. */
export interface Learner {
  /**
   * Expected rewards [draws, actions] of one mushroom, by draws `firstDraw`, `firstDraw` + 1, … of its weights: each draw
   * serves both actions.
   */
  readonly expected: (context: readonly boolean[], firstDraw: number, draws: number) => Promise<Float64Array>;
  /** Takes minibatch steps on what is remembered. */
  readonly learn: (replay: Replay, steps: number) => Promise<void>;
  readonly dispose: () => void;
}

/** Mushroom and action as a network sees them: features as ±1, the action as 0 and 1. Written to `out` from `at`. */
export function writeInputs(context: readonly boolean[], action: Action, out: Float64Array, at = 0): void {
  context.forEach((has, index) => {
    out[at + index] = has ? 1 : -1;
  });
  actions.forEach((name, index) => {
    out[at + context.length + index] = name === action ? 1 : 0;
  });
}

/**
 * The network of an agent as an experiment: both have the same layers, optimiser, minibatches and first means. One without
 * a q has weights of no width and no complexity cost: plain least squares.
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
        'likelihood.noise': learning.rewardNoise,
        'likelihood.learn': false,
        'inference.samples': agent.bayesian ? settings.samples : 1,
        'inference.batchSize': learning.batchSize,
        'inference.klWeight': agent.bayesian ? 1 : 0,
        'inference.initialSigma': agent.bayesian ? learning.initialSigma : learning.noSigma,
        'inference.optimizer.learningRate': learning.learningRate,
      }) as [never, unknown][],
    ),
  );
}

/** The problem that an experience poses; before the first observation it has none. */
function problemOf(empty: Problem, replay: Replay): Problem {
  const n = replay.size();
  const batchSize = Math.min(learning.batchSize, n);
  return {
    ...empty,
    inputs: replay.inputs(),
    targets: replay.targets(),
    n,
    batchSize,
    batches: Math.ceil(n / batchSize),
  };
}

/** The state with weights of no width again: the optimiser moves every parameter that it is given. */
function withoutWidth(problem: Problem, state: TrainingState): TrainingState {
  const count = problem.plan.parameterCount;
  const of = (vector: Float64Array, value: number) =>
    vector.slice().fill(value, count, Math.min(2 * count, rowLength(problem)));
  return {
    ...state,
    parameters: of(state.parameters, softplusInverse(learning.noSigma)),
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
  const asked = new Float64Array(actions.length * inputCount);
  let engine: Engine = createEngine(empty, initialState(empty));
  return {
    expected: async (context, firstDraw, draws) => {
      actions.forEach((action, row) => writeInputs(context, action, asked, row * inputCount));
      const outputs = await engine.outputs(asked, firstDraw, draws);
      return outputs.map((output) => rewardScale * output);
    },
    learn: async (replay, steps) => {
      const state = await engine.state();
      engine.dispose();
      const problem = problemOf(empty, replay);
      engine = createEngine(problem, agent.bayesian ? state : withoutWidth(problem, state));
      await engine.train(steps, Number.POSITIVE_INFINITY);
    },
    dispose: () => engine.dispose(),
  };
}
