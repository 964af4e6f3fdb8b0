import { useMemo } from 'react';
import { useStore } from 'zustand';
import { agents } from '../../bandit/agents.ts';
import { features, type Mushroom } from '../../bandit/mushrooms.ts';
import { expectedReward } from '../../bandit/rewards.ts';
import type { Decision } from '../../bandit/run.ts';
import { say } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { DecisionPlot } from '../../plots/bandit/DecisionPlot.tsx';
import type { Beliefs } from '../../plots/bandit/decisionPlot.ts';
import { formatNumber } from '../../plots/frame/format.ts';
import type { Bandit } from '../../store/bandit.ts';
import type { BanditRecord } from '../../store/banditRecord.ts';
import styles from './Bandit.module.css';

/** The last mushroom: what it looked like, what was believed of it, what everybody did and got. */
export function DecisionView({ bandit }: { readonly bandit: Bandit }) {
  const record = useStore(bandit.store, (state) => state.record);
  const { last, rule } = record;
  const beliefs = useMemo(() => beliefsOf(record), [record]);
  return (
    <section aria-labelledby="decision-title" className={styles.view} data-view="decision">
      <div className={styles.viewHead}>
        <h3 id="decision-title">
          {last ? say('Mushroom {number}', { number: formatWhole(last.t + 1) }) : say('The task')}
        </h3>
        {last && (
          <p className={styles.caption}>
            {last.mushroom.edible
              ? say('edible, as only the oracle knows')
              : say('poisonous, as only the oracle knows')}
          </p>
        )}
      </div>
      {last ? <Looks mushroom={last.mushroom} /> : <Task />}
      {last && beliefs && (
        <>
          <ul className={styles.key} aria-hidden="true">
            <li data-mark="draw">{say('draws of q: reward expected of eating')}</li>
            <li data-mark="chosen">{say('the one draw that decides')}</li>
            <li data-mark="leaving">{say('what it expects of leaving')}</li>
            <li data-mark="truth">{say('what eating brings on average')}</li>
          </ul>
          <div className={styles.beliefs} data-plot="decision">
            <DecisionPlot beliefs={beliefs} subject={`${last.t}`} />
          </div>
        </>
      )}
      {last && <Decisions decisions={last.decisions} />}
      {last && (
        <details className={styles.numbers}>
          <summary>{say('The rule behind it')}</summary>
          <p>{rule}</p>
        </details>
      )}
    </section>
  );
}

/** What Thompson sampling believed of the last mushroom; null: it does not play. */
function beliefsOf({ last, draws }: BanditRecord): Beliefs | null {
  const decision = last?.decisions.find(({ id }) => id === 'thompson');
  if (!last || !decision) return null;
  const [leave, eat] = decision.expected;
  return { draws, leave: leave!, eat: eat!, truth: expectedReward('eat', last.mushroom.edible) };
}

function Task() {
  return (
    <p className={styles.task}>
      {say(
        'Mushrooms come one at a time, with eight features each. Eating an edible one gives 5. A poisonous one gives −35 or 5, as likely. Leaving it gives 0. Nobody says which are edible: that takes trying, and trying costs. Regret is what an oracle would have gained on average, less what the agent’s choice gains.',
      )}
    </p>
  );
}

function Looks({ mushroom: { context } }: { readonly mushroom: Mushroom }) {
  return (
    <ul className={styles.features} aria-label={say('Features')}>
      {features.map((feature, index) => (
        <li key={feature} data-has={context[index]}>
          <span className="visually-hidden">{context[index] ? say('has:') : say('has not:')} </span>
          {say(features[index]!)}
        </li>
      ))}
    </ul>
  );
}

/** What an agent does, in words. */
function doing(action: 'eat' | 'leave', explored: boolean): string {
  if (explored) return action === 'eat' ? say('eats, at random') : say('leaves, at random');
  return action === 'eat' ? say('eats') : say('leaves');
}

function Decisions({ decisions }: { readonly decisions: readonly Decision[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{say('What each agent expected, did and got')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('agent')}</th>
            <th scope="col">{say('expects of eating')}</th>
            <th scope="col">{say('of leaving')}</th>
            <th scope="col">{say('does')}</th>
            <th scope="col">{say('gets')}</th>
            <th scope="col">{say('regret')}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ id, expected, action, explored, reward, regret }) => (
            <tr key={id}>
              <th scope="row">{say(agents[id].label)}</th>
              <td>{formatNumber(expected[1]!)}</td>
              <td>{formatNumber(expected[0]!)}</td>
              <td>{doing(action, explored)}</td>
              <td>{formatNumber(reward)}</td>
              <td>{formatNumber(regret)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
