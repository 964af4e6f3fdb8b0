import { datasets } from '../../datasets/index.ts';
import { methods } from '../../methods/index.ts';
import { costText } from '../../plots/costUnits.ts';
import { priors } from '../../priors/index.ts';
import { useExperiment, usePlaygroundState } from '../playground.ts';
import styles from './PrintCaption.module.css';

/** On paper alone: what the plots show, and where the page is. */
export function PrintCaption() {
  const { dataset, prior, inference, network, view } = useExperiment((experiment) => experiment);
  const step = usePlaygroundState(({ snapshot }) => snapshot?.step ?? 0);
  const total = usePlaygroundState(({ snapshot }) => snapshot?.freeEnergy.total ?? null);
  const data = dataset.id === 'custom' ? 'Own data' : datasets[dataset.id].label;
  return (
    <div className={styles.caption}>
      <p>
        <strong>Bayes by Backprop.</strong> {data}; {priors[prior.kind].label} prior;{' '}
        {methods[inference.method].label}; hidden units {network.hidden.join(', ') || 'none'}; step{' '}
        {step.toLocaleString('en-GB')}
        {total !== null && `; cost ${costText(total, view.units)}`}.
      </p>
      <p>{window.location.href.length < 300 ? window.location.href : window.location.origin}</p>
    </div>
  );
}
