import type { BanditAgentId } from '../experiment/document/experiment.ts';
import { ruleInWords } from './mushrooms.ts';
import { regretOf } from './rewards.ts';
import type { BanditRun, Interaction } from './run.ts';

/** Interactions that went on from `from`, as plots want them. */
export interface BanditProgress {
  /** Interactions before these. */
  readonly from: number;
  /** Regret of each of these, by agent, in rewards. */
  readonly regrets: Readonly<Partial<Record<BanditAgentId, Float64Array>>>;
  /** What it would have cost to leave each: 5 for an edible mushroom, 0 for a poisonous one. */
  readonly abstaining: Float64Array;
  /** The last of them; null: there was none. */
  readonly last: Interaction | null;
  /** Expected reward of eating the last mushroom, by draws of q of the agent that has one. */
  readonly draws: Float64Array;
  /** The rule behind the mushrooms, in words. */
  readonly rule: string;
}

/** Where progress stops and is told. */
export interface StepBudget {
  readonly interactions: number;
  readonly milliseconds: number;
  readonly now: () => number;
}

/** Lets a run go on, and says what happened. At least one interaction, unless none is asked for. */
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
    rule: ruleInWords(run.rule),
  };
}
