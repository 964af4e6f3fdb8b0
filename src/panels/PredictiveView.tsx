import { datasets } from '../datasets/index.ts';
import { PredictivePlot } from '../plots/PredictivePlot.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from './playground.ts';
import { stageCaption } from './stageCaption.ts';
import styles from './views.module.css';

/** The prediction: what the network believes of y at every x, with the points it was told. */
export function PredictiveView() {
  const { addPoint, movePoint, moveEnded, deletePoint } = usePlayground();
  const registered = useExperiment(({ dataset: { id } }) => (id === 'custom' ? null : datasets[id]));
  const interval = useExperiment(({ prediction }) => prediction.interval);
  const predictive = usePlaygroundState(({ snapshot }) => snapshot?.predictive ?? null);
  const stage = usePlaygroundState(({ snapshot }) => (snapshot?.step ? 'posterior' : 'prior'));
  const points = usePlaygroundState((state) => state.points);
  const xDomain = usePlaygroundState((state) => state.xDomain);
  const yDomain = usePlaygroundState((state) => state.yDomain);
  const showDraws = usePlaygroundState((state) => state.showDraws);
  return (
    <section className={styles.view} aria-labelledby="predictive-title">
      <header className={styles.head}>
        <h2 id="predictive-title">Predictive</h2>
        <StageCaption />
      </header>
      <div className={styles.plot} data-plot="predictive">
        <PredictivePlot
          predictive={predictive}
          points={points}
          xDomain={xDomain}
          yDomain={yDomain}
          xLabel={registered?.xLabel ?? 'x'}
          yLabel={registered?.yLabel ?? 'y'}
          interval={interval}
          stage={stage}
          trueMean={registered?.mean}
          showDraws={showDraws}
          onAddPoint={addPoint}
          onMovePoint={movePoint}
          onMoveEnd={moveEnded}
          onDeletePoint={deletePoint}
        />
      </div>
    </section>
  );
}

function StageCaption() {
  const caption = usePlaygroundState(({ run, snapshot }) => stageCaption(run.kind, snapshot?.step ?? null));
  return <p className={styles.caption}>{caption}</p>;
}
