import type { BanditAgentId } from '../experiment/document/experiment.ts';
import { ruleText } from './mushrooms.ts';
import { regretOf } from './rewards.ts';
import type { BanditRun, Interaction } from './run.ts';

/** Results of consecutive interactions, for plots. */
export interface BanditProgress {
  /** Index of the first of these interactions. */
  readonly from: number;
  /** [interactions] by agent: regret of each, in rewards. */
  readonly regrets: Readonly<Partial<Record<BanditAgentId, Float64Array>>>;
  /** [interactions], regret of never eating: 5 for an edible mushroom, 0 for a poisonous one. */
  readonly abstaining: Float64Array;
  /** The last interaction; null if there was none. */
  readonly last: Interaction | null;
  /**
   * Expected reward of eating the last mushroom by draws of Thompson sampling's q; empty if that agent is not in the
   * run.
   */
  readonly draws: Float64Array;
  /** The edibility rule as a sentence. */
  readonly rule: string;
}

/** Limits of one call: whichever is reached first ends it. now: clock in ms. */
export interface StepBudget {
  readonly interactions: number;
  readonly milliseconds: number;
  readonly now: () => number;
}

/** Runs interactions within a budget, at least one unless `interactions` is 0. */
export async function runInteractions(
  run: BanditRun,
  from: number,
  { interactions, milliseconds, now }: StepBudget,
): Promise<BanditProgress> {
  const end = now() + milliseconds;
  const taken: Interaction[] = [];
  while (taken.length < interactions && (taken.length === 0 || now() < end)) taken.push(await run.interact());
  const last = taken.at(-1) ?? null;
  const ids = last?.decisions.map(({ id }) => id) ?? [];
  const regrets = ids.map((id, player) => {
    return [id, Float64Array.from(taken, ({ decisions }) => decisions[player]!.regret)] as const;
  });
  return {
    from,
    regrets: Object.fromEntries(regrets),
    abstaining: Float64Array.from(taken, ({ mushroom }) => regretOf('leave', mushroom.edible)),
    last,
    draws: last ? await run.draws('thompson', last.mushroom.context) : new Float64Array(0),
    rule: ruleText(run.rule),
  };
}
