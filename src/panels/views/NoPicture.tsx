import { useMemo } from 'react';
import { noPictureText } from '../noPicture.ts';
import { useExperiment, usePlaygroundState } from '../playground.ts';
import styles from '../views.module.css';

/** In the place of the plot, where the data have no picture. */
export function NoPicture() {
  const task = useExperiment(({ dataset }) => dataset.task);
  const points = usePlaygroundState((state) => state.points);
  const text = useMemo(() => noPictureText(points, task), [points, task]);
  return (
    <>
      <header className={styles.head}>
        <h2 id="predictive-title">Predictive</h2>
        <p className={styles.caption}>no curve for these data</p>
      </header>
      <div className={`${styles.plot} ${styles.empty}`} data-plot="predictive">
        <svg viewBox="0 0 96 48" aria-hidden="true">
          <path className={styles.emptyBand} d="M4,6C32,22 64,22 92,4V44C64,28 32,28 4,42Z" />
          <path className={styles.emptyMean} d="M4,24C32,26 64,24 92,24" />
        </svg>
        <p>{text}</p>
        <p className={styles.caption}>They train all the same: costs and weights show how.</p>
      </div>
    </>
  );
}
