import type { Interaction } from '../bandit/run.ts';
import type { BanditProgress } from '../bandit/runInteractions.ts';
import type { BanditAgentId } from '../experiment/document/experiment.ts';

/** The history of one agent. */
export interface AgentRecord {
  readonly id: BanditAgentId;
  /** Cumulative regret after interactions 1, 2, …, in rewards. */
  readonly regret: readonly number[];
}

/** The history of a run. */
export interface BanditRecord {
  readonly interactions: number;
  readonly agents: readonly AgentRecord[];
  /** Cumulative regret of never eating. */
  readonly abstaining: readonly number[];
  readonly last: Interaction | null;
  readonly draws: Float64Array;
  /** What makes a mushroom edible, as text; '' until the first report. */
  readonly rule: string;
}

export function emptyRecord(agents: readonly BanditAgentId[]): BanditRecord {
  return {
    interactions: 0,
    agents: agents.map((id) => ({ id, regret: [] })),
    abstaining: [],
    last: null,
    draws: new Float64Array(0),
    rule: '',
  };
}

/** Appends progress to a record; progress that does not continue the record is ignored. */
export function withProgress(record: BanditRecord, progress: BanditProgress): BanditRecord {
  if (progress.from !== record.interactions) return record;
  const { regrets, abstaining, last, draws, rule } = progress;
  return {
    interactions: record.interactions + abstaining.length,
    agents: record.agents.map(({ id, regret }) => ({ id, regret: accumulated(regret, regrets[id] ?? []) })),
    abstaining: accumulated(record.abstaining, abstaining),
    last: last ?? record.last,
    draws: last ? draws : record.draws,
    rule,
  };
}

function accumulated(totals: readonly number[], added: ArrayLike<number>): readonly number[] {
  const all = [...totals];
  for (let i = 0; i < added.length; i++) all.push((all.at(-1) ?? 0) + added[i]!);
  return all;
}
