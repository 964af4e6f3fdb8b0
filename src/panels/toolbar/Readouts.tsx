import { useEffect, useState } from 'react';
import { t } from '../../i18n/index.ts';
import { formatFixed, formatWhole } from '../../i18n/numbers.ts';
import { latestStep } from '../../store/run.ts';
import { usePlaygroundState } from '../ui/playgroundContext.ts';
import styles from './Toolbar.module.css';

/** Seconds beyond which a step is called long. */
const LONG_STEP = 1;

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
  const step = usePlaygroundState((state) => state.viewed ?? latestStep(state));
  return (
    <span className={styles.readout}>
      <span className={styles.unit}>{t('step')}</span>
      <output aria-live="off" data-step-count="true">
        {formatWhole(step)}
      </output>
    </span>
  );
}

function Speed() {
  const speed = usePlaygroundState(({ moments, run }) =>
    run.kind === 'training' ? (moments.at(-1)?.snapshot.stepsPerSecond ?? 0) : 0,
  );
  const waited = useSecondsOfStep();
  const note = longStepText(speed, waited);
  if (note !== null)
    return (
      <span className={styles.readout}>
        <span className={styles.unit}>{note}</span>
      </span>
    );
  return (
    <span className={`${styles.readout} ${styles.speed}`}>
      <output aria-live="off">{speed >= 0.5 ? formatWhole(Math.round(speed)) : '–'}</output>
      <span className={styles.unit}>{t('steps/s')}</span>
    </span>
  );
}

/**
 * What is said in place of a speed where a step takes long: how long, or before the first one, how long none has come.
 * speed: steps a second, 0 before the first; waited: seconds. null: nothing.
 */
export function longStepText(speed: number, waited: number): string | null {
  const seconds = Math.max(waited, speed > 0 ? 1 / speed : 0);
  if (seconds <= LONG_STEP || speed >= 1 / LONG_STEP) return null;
  const duration = formatFixed(seconds, seconds < 10 ? 1 : 0);
  return speed > 0
    ? t('a step takes {seconds} s here', { seconds: duration })
    : t('no step for {seconds} s yet', { seconds: formatWhole(Math.floor(seconds)) });
}

/** Whole seconds for which a run that trains has reported no further step; 0 up to LONG_STEP. */
function useSecondsOfStep(): number {
  const training = usePlaygroundState(({ run, visible }) => run.kind === 'training' && visible);
  const step = usePlaygroundState(latestStep);
  const [waited, setWaited] = useState({ step, seconds: 0 });
  useEffect(() => {
    if (!training) return;
    let seconds = 0;
    const timer = setInterval(() => {
      seconds++;
      if (seconds > LONG_STEP) setWaited({ step, seconds });
    }, 1000);
    return () => clearInterval(timer);
  }, [training, step]);
  return training && waited.step === step ? waited.seconds : 0;
}
