import type { BanditAgentId, Experiment } from '../experiment/document/experiment.ts';
import type { EngineFactory } from '../experiment/engine/engine.ts';
import { createRandom, streams } from '../math/random.ts';
import { type Agent, agents } from './agents.ts';
import { createLearner, inputCount, rewardScale, writeInputs } from './learner.ts';
import { drawRule, type Mushroom, mushroomAt, type Rule } from './mushrooms.ts';
import { createReplay } from './replay.ts';
import { type Action, actions, regretOf, rewardOf, rewards } from './rewards.ts';

/**
 * Agents train after every 16 interactions, on 4 minibatch steps per interaction; fewer, longer updates cost less
 * overhead.
 */
const trainingSchedule = { interactions: 16, stepsPerInteraction: 4 } as const;

/** Number of draws of the expected reward that are shown. */
const SHOWN_DRAWS = 50;
/** First draw index for display; lower indices are used for decisions. */
const FIRST_SHOWN_DRAW = 2 ** 24;

/** Action of one agent on one mushroom. */
export interface Decision {
  readonly id: BanditAgentId;
  readonly action: Action;
  /** Whether the action was random (ε-greedy exploration). */
  readonly explored: boolean;
  /** Expected rewards [leave, eat] under the weight draw that decided. */
  readonly expected: readonly number[];
  readonly reward: number;
  /** Expected reward of the oracle minus that of the action. */
  readonly regret: number;
}

/** One mushroom and the decisions of all agents. */
export interface Interaction {
  /** Index, 0, 1, … */
  readonly t: number;
  readonly mushroom: Mushroom;
  readonly decisions: readonly Decision[];
}

/** Agents that act on the same sequence of mushrooms. */
export interface BanditRun {
  readonly rule: Rule;
  /** Presents the next mushroom to every agent. */
  readonly interact: () => Promise<Interaction>;
  /**
   * [SHOWN_DRAWS], expected reward of eating by draws of an agent's current weights; empty for an agent that is not in
   * the run.
   */
  readonly draws: (id: BanditAgentId, context: readonly boolean[]) => Promise<Float64Array>;
  readonly dispose: () => void;
}

/** One agent: network, replay buffer and random stream. */
function createAgentRun(id: BanditAgentId, settings: Experiment['bandit'], createEngine: EngineFactory) {
  const agent: Agent = agents[id];
  const learner = createLearner(agent, settings, createEngine);
  const replay = createReplay(inputCount);
  const inputs = new Float64Array(inputCount);
  return {
    id,
    learner,
    /** poisons: whether the mushroom is harmful if it is poisonous. */
    decide: async (t: number, { context, edible }: Mushroom, poisons: boolean): Promise<Decision> => {
      const explorationRandom = createRandom(settings.seed, streams.banditExploration + agent.stream, t);
      const expected = [...(await learner.expected(context, t, 1))];
      const best: Action = expected[1]! > expected[0]! ? 'eat' : 'leave';
      const explored = explorationRandom() < agent.epsilon;
      const action = explored ? actions[explorationRandom() < 0.5 ? 0 : 1] : best;
      const reward = rewardOf(action, edible, poisons);
      writeInputs(context, action, inputs);
      replay.add(inputs, reward / rewardScale);
      return { id, action, explored, expected, reward, regret: regretOf(action, edible) };
    },
    train: () => learner.learn(replay, trainingSchedule.interactions * trainingSchedule.stepsPerInteraction),
  };
}

/** Starts a run. Equal settings give equal decisions on the same engine. */
export function createBanditRun(settings: Experiment['bandit'], createEngine: EngineFactory): BanditRun {
  const rule = drawRule(settings.seed);
  const agentRuns = settings.agents.map((id) => createAgentRun(id, settings, createEngine));
  let t = 0;
  return {
    rule,
    interact: async () => {
      if (t > 0 && t % trainingSchedule.interactions === 0) for (const { train } of agentRuns) await train();
      const mushroom = mushroomAt(settings.seed, rule, t);
      // One draw per mushroom: all agents see the same contexts and, for the same action, the same reward.
      const poisons = createRandom(settings.seed, streams.banditPoison, t)() < rewards.poisoning;
      const decisions: Decision[] = [];
      for (const agentRun of agentRuns) decisions.push(await agentRun.decide(t, mushroom, poisons));
      return { t: t++, mushroom, decisions };
    },
    draws: async (id, context) => {
      const agentRun = agentRuns.find((one) => one.id === id);
      const expected = await agentRun?.learner.expected(context, FIRST_SHOWN_DRAW, SHOWN_DRAWS);
      return expected?.filter((_, index) => index % actions.length === 1) ?? new Float64Array(0);
    },
    dispose: () => {
      for (const { learner } of agentRuns) learner.dispose();
    },
  };
}
