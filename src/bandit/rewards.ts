/** Actions in the order of their one-hot code. */
export const actions = ['leave', 'eat'] as const;
export type Action = (typeof actions)[number];

/**
 * Rewards of Blundell et al. (2015, §5.3). `poisoning` is the probability that eating a poisonous mushroom is
 * harmful.
 */
export const rewards = { leave: 0, harmless: 5, poisoned: -35, poisoning: 0.5 } as const;

/** Realised reward. poisons: whether the mushroom is harmful if it is poisonous. */
export function rewardOf(action: Action, edible: boolean, poisons: boolean): number {
  if (action === 'leave') return rewards.leave;
  return edible || !poisons ? rewards.harmless : rewards.poisoned;
}

/** Expected reward: 5 for eating an edible mushroom, −15 for a poisonous one, 0 for leaving it. */
export function expectedReward(action: Action, edible: boolean): number {
  if (action === 'leave') return rewards.leave;
  const { harmless, poisoned, poisoning } = rewards;
  return edible ? harmless : poisoning * poisoned + (1 - poisoning) * harmless;
}

/** The optimal action for known edibility. */
export function oracleAction(edible: boolean): Action {
  return edible ? 'eat' : 'leave';
}

/** Expected reward of the oracle minus that of the action, ≥ 0. */
export function regretOf(action: Action, edible: boolean): number {
  return expectedReward(oracleAction(edible), edible) - expectedReward(action, edible);
}
