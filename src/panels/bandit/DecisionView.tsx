import { useMemo } from 'react';
import { useStore } from 'zustand';
import { agents } from '../../bandit/agents.ts';
import { features, type Mushroom } from '../../bandit/mushrooms.ts';
import { expectedReward } from '../../bandit/rewards.ts';
import type { Decision } from '../../bandit/run.ts';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { DecisionPlot } from '../../plots/bandit/DecisionPlot.tsx';
import type { DrawnRewards } from '../../plots/bandit/decisionPlot.ts';
import { formatNumber } from '../../plots/frame/format.ts';
import type { Bandit } from '../../store/bandit.ts';
import type { BanditRecord } from '../../store/banditRecord.ts';
import styles from './Bandit.module.css';

/** The last mushroom: its features, expected rewards, and the decision and reward of each agent. */
export function DecisionView({ bandit }: { readonly bandit: Bandit }) {
  const record = useStore(bandit.store, (state) => state.record);
  const { last, rule } = record;
  const rewards = useMemo(() => lastRewards(record), [record]);
  return (
    <section aria-labelledby="decision-title" className={styles.view} data-view="decision">
      <div className={styles.viewHead}>
        <h3 id="decision-title">
          {last ? t('Mushroom {number}', { number: formatWhole(last.t + 1) }) : t('The task')}
        </h3>
        {last && (
          <p className={styles.caption}>
            {last.mushroom.edible
              ? t('edible, as only the oracle knows')
              : t('poisonous, as only the oracle knows')}
          </p>
        )}
      </div>
      {last ? <Features mushroom={last.mushroom} /> : <Task />}
      {last && rewards && (
        <>
          <ul className={styles.key} aria-hidden="true">
            <li data-mark="draw">{t('draws of q: reward expected of eating')}</li>
            <li data-mark="chosen">{t('the one draw that decides')}</li>
            <li data-mark="leaving">{t('what it expects of leaving')}</li>
            <li data-mark="truth">{t('what eating brings on average')}</li>
          </ul>
          <div className={styles.beliefs} data-plot="decision">
            <DecisionPlot rewards={rewards} subject={`${last.t}`} />
          </div>
        </>
      )}
      {last && <Decisions decisions={last.decisions} />}
      {last && (
        <details className={styles.numbers}>
          <summary>{t('The rule behind it')}</summary>
          <p>{rule}</p>
        </details>
      )}
    </section>
  );
}

/** Expected rewards of Thompson sampling for the last mushroom; null if that agent is not in the run. */
function lastRewards({ last, draws }: BanditRecord): DrawnRewards | null {
  const decision = last?.decisions.find(({ id }) => id === 'thompson');
  if (!last || !decision) return null;
  const [leave, eat] = decision.expected;
  return { draws, leave: leave!, eat: eat!, expectedReward: expectedReward('eat', last.mushroom.edible) };
}

function Task() {
  return (
    <p className={styles.task}>
      {t(
        'Mushrooms come one at a time, with eight features each. Eating an edible one gives 5. A poisonous one gives −35 or 5, as likely. Leaving it gives 0. Nobody says which are edible: that takes trying, and trying costs. Regret is what an oracle would have gained on average, less what the agent’s choice gains.',
      )}
    </p>
  );
}

function Features({ mushroom: { context } }: { readonly mushroom: Mushroom }) {
  return (
    <ul className={styles.features} aria-label={t('Features')}>
      {features.map((feature, index) => (
        <li key={feature} data-has={context[index]}>
          <span className="visually-hidden">{context[index] ? t('has:') : t('has not:')} </span>
          {t(features[index]!)}
        </li>
      ))}
    </ul>
  );
}

/** An agent's action as text. */
function actionText(action: 'eat' | 'leave', explored: boolean): string {
  if (explored) return action === 'eat' ? t('eats, at random') : t('leaves, at random');
  return action === 'eat' ? t('eats') : t('leaves');
}

function Decisions({ decisions }: { readonly decisions: readonly Decision[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('What each agent expected, did and got')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('agent')}</th>
            <th scope="col">{t('expects of eating')}</th>
            <th scope="col">{t('of leaving')}</th>
            <th scope="col">{t('does')}</th>
            <th scope="col">{t('gets')}</th>
            <th scope="col">{t('regret')}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ id, expected, action, explored, reward, regret }) => (
            <tr key={id}>
              <th scope="row">{t(agents[id].label)}</th>
              <td>{formatNumber(expected[1]!)}</td>
              <td>{formatNumber(expected[0]!)}</td>
              <td>{actionText(action, explored)}</td>
              <td>{formatNumber(reward)}</td>
              <td>{formatNumber(regret)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
