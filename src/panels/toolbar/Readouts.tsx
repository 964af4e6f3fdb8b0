import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { stepOf } from '../../store/run.ts';
import { usePlaygroundState } from '../ui/playgroundContext.ts';
import styles from './Toolbar.module.css';

/** Step count and training speed. */
export function Readouts() {
  return (
    <>
      <StepCount />
      <Speed />
    </>
  );
}

function StepCount() {
  const step = usePlaygroundState(({ run, snapshot, viewed }) => viewed ?? stepOf(run, snapshot?.step ?? 0));
  return (
    <span className={styles.readout}>
      <span className={styles.unit}>{t('step')}</span>
      <output aria-live="off">{formatWhole(step)}</output>
    </span>
  );
}

function Speed() {
  const speed = usePlaygroundState(({ snapshot, run }) =>
    run.kind === 'training' && snapshot ? Math.round(snapshot.stepsPerSecond) : 0,
  );
  return (
    <span className={`${styles.readout} ${styles.speed}`}>
      <output aria-live="off">{speed > 0 ? formatWhole(speed) : '–'}</output>
      <span className={styles.unit}>{t('steps/s')}</span>
    </span>
  );
}
