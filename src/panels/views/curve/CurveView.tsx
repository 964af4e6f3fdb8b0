import { useMemo } from 'react';
import type { Experiment } from '../../../experiment/document/experiment.ts';
import type { CurvePredictive, Predictive } from '../../../experiment/pictures/snapshot.ts';
import { compareInGap } from '../../../experiment/scores/gapComparison.ts';
import { t } from '../../../i18n/index.ts';
import { datasets } from '../../../model/datasets/index.ts';
import { methods } from '../../../model/methods/index.ts';
import { formatPercent } from '../../../plots/frame/format.ts';
import { useSummary } from '../../../plots/frame/useSummary.ts';
import type { OverlayLabel } from '../../../plots/predictive/PredictiveLegend.tsx';
import { PredictivePlot } from '../../../plots/predictive/PredictivePlot.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';
import { useFollowed } from '../network/useFollowed.ts';
import { OverlayBar } from '../overlay/OverlayBar.tsx';
import { overlayPicture } from '../overlay/overlayPicture.ts';
import { PredictiveHead } from '../predictive/PredictiveHead.tsx';
import { useCurveTools } from './CurveTools.tsx';
import { gapText } from './gapText.ts';

/** p(y | x, D) along the one input. */
export function CurveView() {
  const { addPoint, movePoint, moveEnded, deletePoint } = usePlayground();
  const registered = useExperiment(({ dataset: { id } }) => curveOf(id));
  const names = useExperiment(({ dataset }) => dataset.columns);
  const interval = useExperiment(({ prediction }) => prediction.interval);
  const predictive = usePlaygroundState(({ snapshot }) => asCurve(snapshot?.predictive));
  const followed = useFollowed()?.curve ?? null;
  const phase = usePlaygroundState(({ snapshot }) => (snapshot?.step ? 'posterior' : 'prior'));
  const points = usePlaygroundState((state) => state.points);
  const xDomain = usePlaygroundState((state) => state.xDomain);
  const yDomain = usePlaygroundState((state) => state.yDomain);
  const showDraws = usePlaygroundState((state) => state.showDraws);
  const overlay = usePlaygroundState((state) => state.overlay);
  const picture = useMemo(() => {
    const taken = overlayPicture(overlay);
    return taken && { ...taken, predictive: asCurve(taken.predictive) };
  }, [overlay]);
  const tools = useCurveTools(predictive, formatPercent(interval));
  const hides = tools.guess === 'alone';
  const remark = useRemark(phase === 'prior' ? null : predictive, picture);
  return (
    <>
      <PredictiveHead comparable>{tools.choices}</PredictiveHead>
      {tools.bar}
      <OverlayBar remark={remark} />
      <div className={styles.plot} data-plot="predictive">
        <PredictivePlot
          predictive={hides ? null : predictive}
          tool={tools.marks}
          guess={tools.guess}
          points={points}
          xDomain={xDomain}
          yDomain={yDomain}
          xLabel={(registered && t(registered.xLabel)) ?? names[0] ?? 'x'}
          yLabel={(registered && t(registered.yLabel)) ?? names[1] ?? 'y'}
          interval={interval}
          phase={phase}
          trueMean={hides ? undefined : registered?.mean}
          overlay={hides ? null : picture}
          remark={remark}
          followed={hides ? null : followed}
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

/** The comparison of the bands with the overlay, in a sentence that changes at most once a second; null: nothing. */
function useRemark(
  fit: CurvePredictive | null,
  picture: (OverlayLabel & { readonly predictive: CurvePredictive | null }) | null,
): string | null {
  const overlay = picture?.predictive ?? null;
  const comparison = useExperiment(({ inference }) => methods[inference.method].comparison);
  const points = usePlaygroundState((state) => state.points);
  const remark = useSummary(() => {
    const gap = fit && picture && overlay && comparison && compareInGap(fit, overlay, points);
    return (gap && comparison && picture && gapText(gap, comparison, picture)) || '';
  });
  return overlay && fit && remark !== '' ? remark : null;
}

function asCurve(predictive: Predictive | null | undefined): CurvePredictive | null {
  return predictive?.kind === 'curve' ? predictive : null;
}

function curveOf(id: Experiment['dataset']['id']) {
  const dataset = id === 'custom' ? null : datasets[id];
  return dataset?.kind === 'curve' ? dataset : null;
}
