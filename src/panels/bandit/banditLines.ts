import { agents } from '../../bandit/agents.ts';
import type { BanditAgentId } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import type { RegretLine, RegretStyle } from '../../plots/bandit/regretPlot.ts';
import type { BanditRecord } from '../../store/banditRecord.ts';

/** How each agent is drawn: the one with a q in its colour, the others apart by their dashes. */
export const agentStyles: Readonly<Record<BanditAgentId, RegretStyle>> = {
  thompson: { color: 'var(--color-posterior-text)', width: 2.75, dash: [] },
  greedy: { color: 'var(--color-ink)', width: 1.75, dash: [] },
  'epsilon-1': { color: 'var(--color-ink)', width: 1.75, dash: [7, 4] },
  'epsilon-5': { color: 'var(--color-ink)', width: 1.75, dash: [2, 3] },
};

/** Somebody who never eats: what every agent has to be better than. */
const abstainer: RegretStyle = { color: 'var(--color-exact)', width: 1.25, dash: [1, 4] };

/** The lines of a record, in the order of its agents. */
export function banditLines({ agents: records, abstaining }: BanditRecord): readonly RegretLine[] {
  return [
    ...records.map(({ id, regret }) => ({
      name: t(agents[id].label),
      totals: regret,
      style: agentStyles[id],
    })),
    { name: t('Never eats'), style: abstainer, totals: abstaining },
  ];
}
