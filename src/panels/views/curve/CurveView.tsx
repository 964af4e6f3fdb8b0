import { useMemo } from 'react';
import type { CurvePredictive } from '../../../experiment/pictures/snapshot.ts';
import { compareInGap } from '../../../experiment/scores/gapComparison.ts';
import { datasetOfKind } from '../../../model/datasets/index.ts';
import { methods } from '../../../model/methods/index.ts';
import { formatPercent } from '../../../plots/frame/format.ts';
import { useSummary } from '../../../plots/frame/useSummary.ts';
import type { OverlayLabel } from '../../../plots/predictive/PredictiveLegend.tsx';
import { PredictivePlot } from '../../../plots/predictive/PredictivePlot.tsx';
import { Part } from '../../ui/Part.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';
import { useFollowed } from '../network/useFollowed.ts';
import overlayStyles from '../overlay/OverlayBar.module.css';
import { OverlayBar } from '../overlay/OverlayBar.tsx';
import { overlayPicture } from '../overlay/overlayPicture.ts';
import { PredictiveHead } from '../predictive/PredictiveHead.tsx';
import { phaseOf } from '../predictive/phaseOf.ts';
import { predictiveOfKind } from '../predictiveOfKind.ts';
import { useCurveTools } from './CurveTools.tsx';
import { curveNames } from './curveNames.ts';
import { gapText } from './gapText.ts';

/** p(y | x, D) along the one input. */
export function CurveView() {
  const { addPoint, movePoint, moveEnded, moveCancelled, deletePoint, setShowDraws, setShowFunction } =
    usePlayground();
  const dataset = useExperiment((experiment) => experiment.dataset);
  const names = useMemo(() => curveNames(dataset), [dataset]);
  const interval = useExperiment(({ prediction }) => prediction.interval);
  const predictive = usePlaygroundState(({ snapshot }) => predictiveOfKind(snapshot?.predictive, 'curve'));
  const followed = useFollowed()?.curve ?? null;
  const phase = usePlaygroundState(phaseOf);
  const meanField = useExperiment(({ inference }) => methods[inference.method].fitsDistribution);
  const points = usePlaygroundState((state) => state.points);
  const xDomain = usePlaygroundState((state) => state.xDomain);
  const yDomain = usePlaygroundState((state) => state.yDomain);
  const showDraws = usePlaygroundState((state) => state.showDraws);
  const showFunction = usePlaygroundState((state) => state.showFunction);
  const overlay = usePlaygroundState((state) => state.overlay);
  const ghost = usePlaygroundState((state) => predictiveOfKind(state.ghost?.predictive, 'curve'));
  const picture = useMemo(() => {
    const taken = overlayPicture(overlay);
    return taken && { ...taken, predictive: predictiveOfKind(taken.predictive, 'curve') };
  }, [overlay]);
  const tools = useCurveTools(predictive, formatPercent(interval));
  const hides = tools.guess === 'alone';
  const remark = useRemark(phase === 'prior' ? null : predictive, picture);
  return (
    <>
      <PredictiveHead bar={tools.bar}>{tools.entries}</PredictiveHead>
      <div className={`${styles.plot} ${overlayStyles.host}`} data-plot="predictive">
        <Part>
          <OverlayBar remark={remark} />
          <PredictivePlot
            predictive={hides ? null : predictive}
            tool={tools.marks}
            guess={tools.guess}
            points={points}
            xDomain={xDomain}
            yDomain={yDomain}
            xLabel={names.x}
            yLabel={names.y}
            interval={interval}
            phase={phase}
            meanField={meanField}
            trueMean={hides ? undefined : datasetOfKind(dataset.id, 'curve')?.mean}
            overlay={hides ? null : picture}
            ghost={hides ? null : ghost}
            remark={remark}
            followed={hides ? null : followed}
            showDraws={showDraws}
            showFunction={showFunction}
            onShowDraws={setShowDraws}
            onShowFunction={setShowFunction}
            onAddPoint={addPoint}
            onMovePoint={movePoint}
            onMoveEnd={moveEnded}
            onMoveCancel={moveCancelled}
            onDeletePoint={deletePoint}
          />
        </Part>
      </div>
    </>
  );
}

/** A sentence that compares the bands with the overlay, updated at most once a second; null: nothing to say. */
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
