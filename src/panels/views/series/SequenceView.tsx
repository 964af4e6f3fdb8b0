import { useMemo } from 'react';
import { seriesOf } from '../../../experiment/document/series.ts';
import { originOf } from '../../../experiment/pictures/observeSequence.ts';
import { t } from '../../../i18n/index.ts';
import { SequencePlot } from '../../../plots/series/SequencePlot.tsx';
import { coverageSentence } from '../../../plots/series/sequenceText.ts';
import { Part } from '../../ui/Part.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';
import { PredictiveHead } from '../predictive/PredictiveHead.tsx';
import { phaseOf } from '../predictive/phaseOf.ts';
import { predictiveOfKind } from '../predictiveOfKind.ts';

/** p(y | x, D) along a series, and its forecast. */
export function SequenceView() {
  const { change } = usePlayground();
  const seed = useExperiment((experiment) => experiment.seed);
  const dataset = useExperiment((experiment) => experiment.dataset);
  const network = useExperiment((experiment) => experiment.network);
  const chosen = useExperiment(({ prediction }) => prediction.origin);
  const interval = useExperiment(({ prediction }) => prediction.interval);
  const predictive = usePlaygroundState(({ snapshot }) => predictiveOfKind(snapshot?.predictive, 'sequence'));
  const phase = usePlaygroundState(phaseOf);
  const showDraws = usePlaygroundState((state) => state.showDraws);
  const series = useMemo(() => seriesOf({ seed, dataset, network }), [seed, dataset, network]);
  const values = useMemo(() => (series ? [...series.values] : []), [series]);
  if (!series) return null;
  const { xLabel, yLabel, time, transformation } = series.dataset;
  return (
    <>
      <PredictiveHead />
      <p className={styles.caption}>
        {t('Modelled: {what}.', { what: t(transformation.label) })}{' '}
        {coverageSentence(predictive, values, interval)}
      </p>
      <div className={styles.plot} data-plot="predictive">
        <Part>
          <SequencePlot
            predictive={predictive}
            values={values}
            time={time}
            first={series.first}
            tail={series.tail}
            origin={originOf(series, chosen)}
            xLabel={t(xLabel)}
            yLabel={t(yLabel)}
            interval={interval}
            phase={phase}
            showDraws={showDraws}
            onOrigin={(origin) => change({ 'prediction.origin': origin })}
          />
        </Part>
      </div>
    </>
  );
}
