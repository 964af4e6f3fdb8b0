import { useEffect } from 'react';
import { useStore } from 'zustand';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { costWords } from '../../model/methods/costs.ts';
import { methods } from '../../model/methods/index.ts';
import { CostPlot } from '../../plots/cost/CostPlot.tsx';
import type { CostEntry } from '../../plots/cost/costPlot.ts';
import { PlanePlot } from '../../plots/plane/PlanePlot.tsx';
import { PredictivePlot } from '../../plots/predictive/PredictivePlot.tsx';
import type { Playground } from '../../store/playground.ts';
import { planeNames } from '../views/plane/planeNames.ts';
import styles from './Compare.module.css';

interface CellProps {
  readonly playground: Playground;
  readonly title: string;
  /** Histories of all runs, whose axes this one shares. */
  readonly beside: readonly CostEntry[];
}

/** One of the runs that are compared: its prediction, and its costs on the axes of all. */
export function CompareCell({ playground, title, beside }: CellProps) {
  const { store, drawn } = playground;
  const snapshot = useStore(store, (state) => state.snapshot);
  const history = useStore(store, (state) => state.history);
  const run = useStore(store, (state) => state.run);
  const inference = useStore(store, (state) => state.experiment.inference);
  const units = useStore(store, (state) => state.experiment.view.units);
  useEffect(() => {
    if (!snapshot) return;
    const frame = requestAnimationFrame(drawn);
    return () => cancelAnimationFrame(frame);
  }, [snapshot, drawn]);
  return (
    <section className={styles.cell} aria-label={title}>
      <h3>
        {title}{' '}
        <span className={styles.caption}>{t('step {step}', { step: formatWhole(snapshot?.step ?? 0) })}</span>
      </h3>
      <div className={styles.picture}>
        <Picture playground={playground} />
      </div>
      {run.kind === 'diverged' && (
        <p className={styles.trouble}>{t('Diverged at step {step}.', { step: formatWhole(run.step) })}</p>
      )}
      {run.kind === 'failed' && <p className={styles.trouble}>{run.message}</p>}
      <div className={styles.costs}>
        <CostPlot
          history={history}
          otherHistories={beside}
          words={costWords[methods[inference.method].cost]}
          units={units}
        />
      </div>
    </section>
  );
}

/** Its prediction as a curve or a map; of other data the numbers below have to do. */
function Picture({ playground: { store } }: { readonly playground: Playground }) {
  const predictive = useStore(store, (state) => state.snapshot?.predictive ?? null);
  const step = useStore(store, (state) => state.snapshot?.step ?? 0);
  const points = useStore(store, (state) => state.points);
  const xDomain = useStore(store, (state) => state.xDomain);
  const yDomain = useStore(store, (state) => state.yDomain);
  const { dataset, prediction } = useStore(store, (state) => state.experiment);
  const phase = step > 0 ? 'posterior' : 'prior';
  if (predictive?.kind === 'curve')
    return (
      <PredictivePlot
        predictive={predictive}
        points={points}
        xDomain={xDomain}
        yDomain={yDomain}
        xLabel="x"
        yLabel="y"
        interval={prediction.interval}
        phase={phase}
        showDraws={false}
        readOnly
      />
    );
  if (predictive?.kind === 'plane')
    return (
      <PlanePlot
        predictive={predictive}
        map="probability"
        points={points}
        xDomain={xDomain}
        yDomain={yDomain}
        names={planeNames(dataset, predictive.classes)}
        phase={phase}
        showDraws={false}
        readOnly
      />
    );
  return <p className={styles.caption}>{predictive ? t('Compared by its numbers below.') : t('Loading…')}</p>;
}
