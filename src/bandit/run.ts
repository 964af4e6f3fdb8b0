import type { BanditAgentId, Experiment } from '../experiment/document/experiment.ts';
import type { EngineFactory } from '../experiment/engine/engine.ts';
import { createRandom, streams } from '../math/random.ts';
import { type Agent, agents } from './agents.ts';
import { createLearner, inputCount, rewardScale, writeInputs } from './learner.ts';
import { type Mushroom, mushroomAt, type Rule, ruleOf } from './mushrooms.ts';
import { createReplay } from './replay.ts';
import { type Action, actions, regretOf, rewardOf, rewards } from './rewards.ts';

/** Interactions between two lessons, and minibatch steps for each interaction: learning in blocks costs less. */
const lesson = { interactions: 16, stepsPerInteraction: 4 } as const;

/** Draws of the expected reward that are shown. */
const shownDraws = 50;
/** The draws that are shown follow those that decide. */
const firstShown = 2 ** 24;

/** What one agent did with one mushroom. */
export interface Decision {
  readonly id: BanditAgentId;
  readonly action: Action;
  /** It did anything at all, without asking its network. */
  readonly explored: boolean;
  /** Expected rewards [leave, eat] that it decided by: of one draw of its weights. */
  readonly expected: readonly number[];
  readonly reward: number;
  /** Expected reward lost against the oracle, for this mushroom. */
  readonly regret: number;
}

/** One mushroom, and what every agent did. */
export interface Interaction {
  /** 0, 1, … */
  readonly t: number;
  readonly mushroom: Mushroom;
  readonly decisions: readonly Decision[];
}

/** Agents that meet the same mushrooms one after the other. */
export interface BanditRun {
  readonly rule: Rule;
  /** The next mushroom. */
  readonly interact: () => Promise<Interaction>;
  /** Expected reward of eating by `shownDraws` draws of an agent's weights as they are now. */
  readonly draws: (id: BanditAgentId, context: readonly boolean[]) => Promise<Float64Array>;
  readonly dispose: () => void;
}

/** One agent with its memory and its luck. */
function createPlayer(id: BanditAgentId, settings: Experiment['bandit'], createEngine: EngineFactory) {
  const agent: Agent = agents[id];
  const learner = createLearner(agent, settings, createEngine);
  const replay = createReplay(inputCount);
  const seen = new Float64Array(inputCount);
  return {
    id,
    learner,
    /** poisons: whether this mushroom does its worst. */
    decide: async (t: number, { context, edible }: Mushroom, poisons: boolean): Promise<Decision> => {
      const whim = createRandom(settings.seed, streams.banditWhims + agent.stream, t);
      const expected = [...(await learner.expected(context, t, 1))];
      const best: Action = expected[1]! > expected[0]! ? 'eat' : 'leave';
      const explored = whim() < agent.epsilon;
      const action = explored ? actions[whim() < 0.5 ? 0 : 1] : best;
      const reward = rewardOf(action, edible, poisons);
      writeInputs(context, action, seen);
      replay.add(seen, reward / rewardScale);
      return { id, action, explored, expected, reward, regret: regretOf(action, edible) };
    },
    study: () => learner.learn(replay, lesson.interactions * lesson.stepsPerInteraction),
  };
}

/** A run from its beginning. The same settings give the same decisions, on the same engine. */
export function createBanditRun(settings: Experiment['bandit'], createEngine: EngineFactory): BanditRun {
  const rule = ruleOf(settings.seed);
  const players = settings.agents.map((id) => createPlayer(id, settings, createEngine));
  let t = 0;
  return {
    rule,
    interact: async () => {
      if (t > 0 && t % lesson.interactions === 0) for (const { study } of players) await study();
      const mushroom = mushroomAt(settings.seed, rule, t);
      // All who eat this mushroom fare alike.
      const poisons = createRandom(settings.seed, streams.banditPoison, t)() < rewards.poisoning;
      const decisions: Decision[] = [];
      for (const player of players) decisions.push(await player.decide(t, mushroom, poisons));
      return { t: t++, mushroom, decisions };
    },
    draws: async (id, context) => {
      const player = players.find((one) => one.id === id);
      const expected = await player?.learner.expected(context, firstShown, shownDraws);
      return expected?.filter((_, index) => index % actions.length === 1) ?? new Float64Array(0);
    },
    dispose: () => {
      for (const { learner } of players) learner.dispose();
    },
  };
}
