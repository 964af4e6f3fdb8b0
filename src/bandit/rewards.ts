/** What an agent can do with a mushroom; in the order of the one-hot code that networks see. */
export const actions = ['leave', 'eat'] as const;
export type Action = (typeof actions)[number];

/** Rewards of Blundell et al. (2015, §5.3). A poisonous mushroom is harmless half of the time. */
export const rewards = { leave: 0, harmless: 5, poisoned: -35, poisoning: 0.5 } as const;

/** What the agent gets. poisons: whether this mushroom, if it is poisonous, does its worst. */
export function rewardOf(action: Action, edible: boolean, poisons: boolean): number {
  if (action === 'leave') return rewards.leave;
  return edible || !poisons ? rewards.harmless : rewards.poisoned;
}

/** What it gets on average: 5 for eating an edible mushroom, −15 for a poisonous one, 0 for leaving it. */
export function expectedReward(action: Action, edible: boolean): number {
  if (action === 'leave') return rewards.leave;
  const { harmless, poisoned, poisoning } = rewards;
  return edible ? harmless : poisoning * poisoned + (1 - poisoning) * harmless;
}

/** What somebody does who knows: eats what is edible, leaves the rest. */
export function oracleAction(edible: boolean): Action {
  return edible ? 'eat' : 'leave';
}

/** The oracle's expected reward minus that of the action; never negative. */
export function regretOf(action: Action, edible: boolean): number {
  return expectedReward(oracleAction(edible), edible) - expectedReward(action, edible);
}
