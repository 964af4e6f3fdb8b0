import { agents } from '../../bandit/agents.ts';
import type { BanditAgentId } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import type { RegretLine, RegretStyle } from '../../plots/bandit/regretPlot.ts';
import type { BanditRecord } from '../../store/banditRecord.ts';

/** Line styles of the agents: colour for the one with a q, dashes for the others. */
export const agentStyles: Readonly<Record<BanditAgentId, RegretStyle>> = {
  thompson: { color: 'var(--color-posterior-text)', width: 2.75, dash: [] },
  greedy: { color: 'var(--color-ink)', width: 1.75, dash: [] },
  'epsilon-1': { color: 'var(--color-ink)', width: 1.75, dash: [7, 4] },
  'epsilon-5': { color: 'var(--color-ink)', width: 1.75, dash: [2, 3] },
};

/** Baseline policy: never eats. */
const abstainingStyle: RegretStyle = { color: 'var(--color-exact)', width: 1.25, dash: [1, 4] };

/** Regret lines of a record, in the order of its agents. */
export function banditLines({ agents: records, abstaining }: BanditRecord): readonly RegretLine[] {
  return [
    ...records.map(({ id, regret }) => ({
      name: t(agents[id].label),
      totals: regret,
      style: agentStyles[id],
    })),
    { name: t('Never eats'), style: abstainingStyle, totals: abstaining },
  ];
}
