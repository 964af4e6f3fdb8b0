import { useDeferredValue } from 'react';
import { descriptionLength } from '../../../experiment/scores/descriptionLength.ts';
import { t } from '../../../i18n/index.ts';
import { MdlPlot } from '../../../plots/cost/MdlPlot.tsx';
import { useExperiment, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';

/** F as a description length: bits for the weights and bits for the data. */
export function MdlView() {
  const snapshot = useDeferredValue(usePlaygroundState((state) => state.snapshot));
  const points = usePlaygroundState((state) => state.points);
  const task = useExperiment(({ dataset }) => dataset.task);
  if (!snapshot) return null;
  const length = descriptionLength(
    snapshot.weights,
    snapshot.freeEnergy,
    points.map(({ y }) => y),
    task,
  );
  if (!length)
    return (
      <p className={styles.caption}>
        {t('This method has no q, so its weights have no description length.')}
      </p>
    );
  return (
    <MdlPlot
      length={length}
      weights={snapshot.weights.mu.length}
      targets={points.length}
      continuous={task === 'regression'}
    />
  );
}
