import { stepOf } from '../store/run.ts';
import { usePlaygroundState } from './playground.ts';
import styles from './Toolbar.module.css';

/** How far training is, and how fast. */
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
      <span className={styles.unit}>step</span>
      <output aria-live="off">{step.toLocaleString('en-GB')}</output>
    </span>
  );
}

function Speed() {
  const speed = usePlaygroundState(({ snapshot, run }) =>
    run.kind === 'training' && snapshot ? Math.round(snapshot.stepsPerSecond) : 0,
  );
  return (
    <span className={`${styles.readout} ${styles.speed}`}>
      <output aria-live="off">{speed > 0 ? speed.toLocaleString('en-GB') : '–'}</output>
      <span className={styles.unit}>steps/s</span>
    </span>
  );
}
