import { t } from '../../../i18n/index.ts';
import { Term } from '../../../plots/frame/Term.tsx';
import { usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from './ChainReadout.module.css';
import { chainFacts } from './chainFacts.ts';

/** The convergence diagnostics of the chains in the last snapshot. */
export function ChainReadout() {
  const chains = usePlaygroundState(({ snapshot }) => snapshot?.chains ?? null);
  if (!chains)
    return <p className={styles.none}>{t('Once the chains run, it says here whether they agree.')}</p>;
  return (
    <dl className={styles.facts} aria-label={t('Chains')}>
      {chainFacts(chains).map(({ name, term, value, says, warns }) => (
        <div key={name} className={styles.fact} data-warns={warns}>
          <dt>{term ? <Term id={term}>{name}</Term> : name}</dt>
          <dd className={styles.value}>{value}</dd>
          <dd className={styles.says}>{says}</dd>
        </div>
      ))}
    </dl>
  );
}
