import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { registeredDataset } from '../../model/datasets/index.ts';
import { methods } from '../../model/methods/index.ts';
import { priors } from '../../model/priors/index.ts';
import { costTexts, withUnit } from '../../plots/cost/costUnits.ts';
import { useExperiment, usePlaygroundState } from '../ui/playgroundContext.ts';
import styles from './PrintCaption.module.css';

/** Printed caption: what the plots show, and the link of the page. */
export function PrintCaption() {
  const { dataset, prior, inference, network, view } = useExperiment((experiment) => experiment);
  const step = usePlaygroundState(({ snapshot }) => snapshot?.step ?? 0);
  const costs = usePlaygroundState(({ snapshot }) => snapshot?.freeEnergy ?? null);
  const data = t(registeredDataset(dataset.id)?.label ?? 'Own data');
  const text = t('{data}; {prior} prior; {method}; hidden units {hidden}; step {step}', {
    data,
    prior: t(priors[prior.kind].label),
    method: t(methods[inference.method].label),
    hidden: network.hidden.join(', ') || t('none'),
    step: formatWhole(step),
  });
  return (
    <div className={styles.caption}>
      <p>
        <strong>{t('Bayes by Backprop.')}</strong>{' '}
        {costs === null
          ? `${text}.`
          : t('{text}; cost {cost}.', {
              text,
              cost: withUnit(costTexts(costs, view.units).total, view.units),
            })}
      </p>
      <p>{window.location.href.length < 300 ? window.location.href : window.location.origin}</p>
    </div>
  );
}
