import { useStore } from 'zustand';
import { agents } from '../../bandit/agents.ts';
import { banditAgentIds } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { recentRegret } from '../../plots/bandit/regretPlot.ts';
import { formatNumber } from '../../plots/frame/format.ts';
import { LineSwatch } from '../../plots/frame/Swatch.tsx';
import type { Bandit } from '../../store/bandit.ts';
import { useField } from '../controls/fields/useField.ts';
import styles from './Bandit.module.css';
import { agentStyles } from './banditLines.ts';

/** Number of latest mushrooms in the recent regret. */
const RECENT_MUSHROOMS = 100;

/** Agents with their line styles and regret, which can be switched on and off; the last one is fixed. */
export function AgentList({ bandit }: { readonly bandit: Bandit }) {
  const { value: chosen, set } = useField('bandit.agents');
  const records = useStore(bandit.store, ({ record }) => record.agents);
  return (
    <fieldset className={styles.agents}>
      <legend>{t('Agents')}</legend>
      <p className={styles.hint}>
        {t('Regret of each of the last {count} mushrooms on the right.', {
          count: formatWhole(RECENT_MUSHROOMS),
        })}
      </p>
      {banditAgentIds.map((id) => {
        const regret = records.find((one) => one.id === id)?.regret ?? [];
        const { label, teaches } = agents[id];
        const { color, width, dash } = agentStyles[id];
        const playing = chosen.includes(id);
        return (
          <label key={id} title={t(teaches)}>
            <input
              type="checkbox"
              checked={playing}
              disabled={playing && chosen.length === 1}
              onChange={() => set(banditAgentIds.filter((one) => (one === id) !== chosen.includes(one)))}
            />
            <LineSwatch color={color} width={width} dash={dash} />
            <span>{t(label)}</span>
            <output aria-live="off">
              {regret.length > 0 ? formatNumber(recentRegret(regret, RECENT_MUSHROOMS)) : ''}
            </output>
          </label>
        );
      })}
    </fieldset>
  );
}
