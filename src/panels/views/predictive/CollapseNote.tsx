import { t } from '../../../i18n/index.ts';
import { formatNumber } from '../../../plots/frame/format.ts';
import { collapseRemedy } from '../../../store/collapse.ts';
import buttons from '../../ui/buttons.module.css';
import { usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from './CollapseNote.module.css';

/** Over the plot, where a learned noise has explained the data instead of the network: a line, and the remedy. */
export function CollapseNote() {
  const { change } = usePlayground();
  const noise = usePlaygroundState(collapseRemedy);
  return (
    <div role="status" className={styles.place}>
      {noise !== null && (
        <p className={styles.note} data-note="collapse">
          {t('The learned noise explains everything.')}
          <button
            type="button"
            className={buttons.button}
            onClick={() => change({ 'likelihood.noise': noise, 'likelihood.learn': false })}
          >
            {t('Fix the noise at {noise}', { noise: formatNumber(noise) })}
          </button>
        </p>
      )}
    </div>
  );
}
