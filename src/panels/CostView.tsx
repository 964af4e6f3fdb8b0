import { memo, useDeferredValue } from 'react';
import { CostPlot } from '../plots/CostPlot.tsx';
import { formatNumber } from '../plots/format.ts';
import { useExperiment, usePlaygroundState } from './playground.ts';
import styles from './views.module.css';

/** Draws only what is new to it: the urgent render of a snapshot passes it by. */
const Plot = memo(CostPlot);

/** The objective over the run, and what it is made of now. */
export function CostView() {
  const history = useDeferredValue(usePlaygroundState((state) => state.history));
  return (
    <section className={styles.view} aria-labelledby="cost-title">
      <header className={styles.head}>
        <h2 id="cost-title">Free energy</h2>
        <Terms />
      </header>
      <div className={styles.plot}>
        <Plot history={history} />
      </div>
    </section>
  );
}

/** F = complexity + likelihood, with the numbers of the last snapshot, in nats. */
function Terms() {
  const freeEnergy = usePlaygroundState(({ snapshot }) => snapshot?.freeEnergy ?? null);
  const klWeight = useExperiment(({ inference }) => inference.klWeight);
  const show = (value: number | undefined) => formatNumber(value ?? Number.NaN);
  return (
    <p className={styles.terms}>
      <span>
        <var>F</var> <output aria-live="off">{show(freeEnergy?.total)}</output>
      </span>
      <span className={styles.complexity}>
        <span className={styles.operator}>=</span> complexity{' '}
        <output aria-live="off">{show(freeEnergy?.complexityCost)}</output>
      </span>
      <span className={styles.likelihood}>
        <span className={styles.operator}>+</span> likelihood{' '}
        <output aria-live="off">{show(freeEnergy?.likelihoodCost)}</output>
      </span>
      <span className={styles.caption}>nats{klWeight === 1 ? '' : ', shown for β = 1'}</span>
    </p>
  );
}
