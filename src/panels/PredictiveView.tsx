import { useMemo } from 'react';
import { datasets } from '../datasets/index.ts';
import type { Predictive } from '../experiment/snapshot.ts';
import { methods } from '../methods/index.ts';
import { PredictivePlot } from '../plots/PredictivePlot.tsx';
import { compareInGap, gapSentence } from '../plots/truthGap.ts';
import { useSummary } from '../plots/useSummary.ts';
import { noCurveText } from './noCurve.ts';
import { useExperiment, usePlayground, usePlaygroundState } from './playground.ts';
import { stageCaption } from './stageCaption.ts';
import { TruthBar, TruthButton } from './TruthBar.tsx';
import { truthPicture } from './truthPicture.ts';
import styles from './views.module.css';

/** The prediction: what the network believes of y, with the points it was told. */
export function PredictiveView() {
  const task = useExperiment(({ dataset }) => dataset.task);
  const points = usePlaygroundState((state) => state.points);
  const noCurve = useMemo(() => noCurveText(points, task), [points, task]);
  return (
    <section className={styles.view} aria-labelledby="predictive-title">
      {noCurve === null ? <Curve /> : <NoCurve text={noCurve} />}
    </section>
  );
}

/** p(y | x, D) along the one input. */
function Curve() {
  const { addPoint, movePoint, moveEnded, deletePoint } = usePlayground();
  const registered = useExperiment(({ dataset: { id } }) => (id === 'custom' ? null : datasets[id]));
  const interval = useExperiment(({ prediction }) => prediction.interval);
  const predictive = usePlaygroundState(({ snapshot }) => snapshot?.predictive ?? null);
  const stage = usePlaygroundState(({ snapshot }) => (snapshot?.step ? 'posterior' : 'prior'));
  const points = usePlaygroundState((state) => state.points);
  const xDomain = usePlaygroundState((state) => state.xDomain);
  const yDomain = usePlaygroundState((state) => state.yDomain);
  const showDraws = usePlaygroundState((state) => state.showDraws);
  const truth = usePlaygroundState((state) => state.truth);
  const against = useExperiment(({ inference }) => methods[inference.method].against);
  const picture = useMemo(() => truthPicture(truth), [truth]);
  const remark = useRemark(stage === 'prior' ? null : predictive, picture?.predictive ?? null);
  return (
    <>
      <header className={styles.head}>
        <h2 id="predictive-title">Predictive</h2>
        <StageCaption />
        {(against || truth.kind !== 'off') && <TruthButton />}
      </header>
      <TruthBar remark={remark} />
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
          truth={picture}
          remark={remark}
          showDraws={showDraws}
          onAddPoint={addPoint}
          onMovePoint={movePoint}
          onMoveEnd={moveEnded}
          onDeletePoint={deletePoint}
        />
      </div>
    </>
  );
}

/** What bands and truth show together, in a sentence that changes at most once a second; null: nothing. */
function useRemark(fit: Predictive | null, truth: Predictive | null): string | null {
  const against = useExperiment(({ inference }) => methods[inference.method].against);
  const points = usePlaygroundState((state) => state.points);
  const remark = useSummary(() => {
    const comparison = fit && truth && against && compareInGap(fit, truth, points);
    return (comparison && against && gapSentence(comparison, against)) || '';
  });
  return truth && fit && remark !== '' ? remark : null;
}

/** In the place of the plot, where the data have no curve. */
function NoCurve({ text }: { readonly text: string }) {
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

function StageCaption() {
  const caption = usePlaygroundState(({ run, snapshot }) => stageCaption(run.kind, snapshot?.step ?? null));
  return <p className={styles.caption}>{caption}</p>;
}
