import { memo, useDeferredValue } from 'react';
import { methods } from '../methods/index.ts';
import { Ridgelines } from '../plots/Ridgelines.tsx';
import { WeightScatter } from '../plots/WeightScatter.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from './playground.ts';
import styles from './views.module.css';

/** They draw only what is new to them: the urgent render of a snapshot, which is the prediction's, passes them by. */
const Ridges = memo(Ridgelines);
const Scatter = memo(WeightScatter);

/** Every weight against its prior; a weight chosen in one plot is shown in both. */
export function WeightsView() {
  const weights = useDeferredValue(usePlaygroundState(({ snapshot }) => snapshot?.weights ?? null));
  const prior = useExperiment((experiment) => experiment.prior);
  const curve = useExperiment(({ inference }) => methods[inference.method].curve);
  const { selectWeight } = usePlayground();
  const selected = usePlaygroundState((state) => state.selectedWeight);
  return (
    <>
      <section className={styles.view} aria-labelledby="ridges-title">
        <header className={styles.head}>
          <h2 id="ridges-title">Weights</h2>
          <p className={styles.caption}>
            {weights && `${weights.mu.length.toLocaleString('en-GB')} of them, by layer`}
          </p>
        </header>
        <div className={`${styles.plot} ${styles.tall}`}>
          {weights && (
            <Ridges
              weights={weights}
              prior={prior}
              curve={curve}
              selected={selected}
              onSelect={selectWeight}
            />
          )}
        </div>
      </section>
      <section className={styles.view} aria-labelledby="scatter-title">
        <header className={styles.head}>
          <h2 id="scatter-title">Mean and width</h2>
          <p className={styles.caption}>of every weight</p>
        </header>
        <div className={styles.plot}>
          {weights && <Scatter weights={weights} prior={prior} selected={selected} onSelect={selectWeight} />}
        </div>
      </section>
    </>
  );
}
