import { useMemo, useState } from 'react';
import { PLANE_CLASSES } from '../../../experiment/document/pictureKind.ts';
import type { PlanePredictive } from '../../../experiment/pictures/snapshot.ts';
import { meanMutualInformation } from '../../../experiment/scores/doubt.ts';
import { t } from '../../../i18n/index.ts';
import { methods } from '../../../model/methods/index.ts';
import { ClassMark, PlaneLegend } from '../../../plots/plane/PlaneLegend.tsx';
import { PlanePlot } from '../../../plots/plane/PlanePlot.tsx';
import { type PlaneMap, planeMaps } from '../../../plots/plane/planeMap.ts';
import type { PlotPoint } from '../../../plots/predictive/predictivePlot.ts';
import { type Region, RegionBrush } from '../../../plots/predictive/RegionBrush.tsx';
import { Segments } from '../../controls/fields/Segments.tsx';
import { MenuEntry } from '../../ui/PanelMenu.tsx';
import { Part } from '../../ui/Part.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';
import { ClearBar } from '../curve/ClearBar.tsx';
import { formatDoubt } from '../overlay/formatDoubt.ts';
import overlayStyles from '../overlay/OverlayBar.module.css';
import { OverlayBar } from '../overlay/OverlayBar.tsx';
import { overlayPicture } from '../overlay/overlayPicture.ts';
import { PredictiveHead } from '../predictive/PredictiveHead.tsx';
import { phaseOf } from '../predictive/phaseOf.ts';
import { predictiveOfKind } from '../predictiveOfKind.ts';
import own from './PlaneView.module.css';
import { planeNames } from './planeNames.ts';

const maps = () =>
  (Object.keys(planeMaps) as PlaneMap[]).map((value) => ({
    value,
    label: t(planeMaps[value].label),
    term: planeMaps[value].term,
  }));

/** p(y | x, D) of classes over two inputs. */
export function PlaneView() {
  const { addPoint, movePoint, moveEnded, moveCancelled, deletePoint, setShowDraws } = usePlayground();
  const fit = usePlaygroundState(({ snapshot }) => predictiveOfKind(snapshot?.predictive, 'plane'));
  const phase = usePlaygroundState(phaseOf);
  const points = usePlaygroundState((state) => state.points);
  const xDomain = usePlaygroundState((state) => state.xDomain);
  const yDomain = usePlaygroundState((state) => state.yDomain);
  const showDraws = usePlaygroundState((state) => state.showDraws);
  const overlay = usePlaygroundState((state) => state.overlay);
  const dataset = useExperiment((experiment) => experiment.dataset);
  const comparison = useExperiment(({ inference }) => methods[inference.method].comparison);
  const classes = points.reduce((most, { y }) => Math.max(most, y + 1), dataset.classes);
  const names = useMemo(() => planeNames(dataset, classes), [dataset, classes]);
  const [map, setMap] = useState<PlaneMap>('probability');
  const [clearing, setClearing] = useState(false);
  const [region, setRegion] = useState<Region | null>(null);
  const [drawn, setDrawn] = useState('0');
  const picture = useMemo(() => overlayPicture(overlay), [overlay]);
  const known = predictiveOfKind(picture?.predictive, 'plane');
  // The next class can be chosen too: it exists from its first point on.
  const choices = Array.from({ length: Math.min(PLANE_CLASSES, classes + 1) }, (_, y) => ({
    value: String(y),
    label: (
      <>
        <ClassMark y={y} />
        <span className="visually-hidden">
          {names.classes[y] ?? t('new class {number}', { number: y + 1 })}
        </span>
      </>
    ),
  }));
  const showClearing = (shown: boolean) => {
    setClearing(shown);
    setRegion(null);
  };
  const placed = ({ x, y }: PlotPoint, label: number) => ({ x: [x, y], y: label });
  const pickClass = (key: string): boolean => {
    const picked = choices.find(({ value }) => Number(value) + 1 === Number(key));
    if (picked) setDrawn(picked.value);
    return picked !== undefined;
  };
  return (
    <>
      <PredictiveHead
        bar={
          clearing && (
            <ClearBar region={region} plane onRegion={setRegion} onDone={() => showClearing(false)} />
          )
        }
      >
        <MenuEntry
          label={t('Clear a range…')}
          enabled={points.length > 0}
          onChoose={() => showClearing(true)}
        />
      </PredictiveHead>
      <div className={styles.bar}>
        <Segments label={t('Map')} value={map} choices={maps()} onChoose={setMap} />
        <span className={styles.adds}>
          <span title={t('Keys 1 to 4, while the plot has the focus')}>{t('Add')}</span>
          <Segments label={t('Class of new points')} value={drawn} choices={choices} onChoose={setDrawn} />
        </span>
      </div>
      <div className={`${styles.plot} ${picture ? own.both : overlayStyles.host}`} data-plot="predictive">
        <Part>
          <OverlayBar remark={null} />
          {picture && (
            <PlaneLegend
              map={map}
              phase={phase}
              classNames={names.classes}
              draws={showDraws}
              onShowDraws={setShowDraws}
            />
          )}
          <div className={picture ? own.pair : own.single}>
            <div className={own.map}>
              {picture && <h3>{mapTitle(t(comparison?.subject ?? 'HMC'), fit)}</h3>}
              <PlanePlot
                predictive={fit}
                map={map}
                bare={picture !== null}
                points={points}
                xDomain={xDomain}
                yDomain={yDomain}
                names={names}
                phase={phase}
                showDraws={showDraws}
                onShowDraws={setShowDraws}
                overlay={
                  clearing
                    ? (frame, scales) => (
                        <RegionBrush
                          frame={frame}
                          scales={scales}
                          region={region}
                          rectangle
                          onRegion={setRegion}
                        />
                      )
                    : null
                }
                onAddPoint={(place) => addPoint(placed(place, Number(drawn)))}
                onKey={pickClass}
                onMovePoint={(index, place) => movePoint(index, placed(place, points[index]?.y ?? 0))}
                onMoveEnd={moveEnded}
                onMoveCancel={moveCancelled}
                onDeletePoint={deletePoint}
              />
            </div>
            {picture && (
              <div className={own.map}>
                <h3 style={{ color: `var(--color-method-${picture.color})` }}>
                  {mapTitle(picture.short, known)}
                </h3>
                <PlanePlot
                  predictive={known}
                  map={map}
                  bare
                  points={points}
                  xDomain={xDomain}
                  yDomain={yDomain}
                  names={names}
                  phase="posterior"
                  showDraws={showDraws}
                  readOnly
                />
              </div>
            )}
          </div>
        </Part>
      </div>
    </>
  );
}

/** 'HMC: epistemic entropy 0.021 nats on average'; the name alone where there is no prediction yet. */
function mapTitle(name: string, predictive: PlanePredictive | null): string {
  if (!predictive) return name;
  const nats = formatDoubt(meanMutualInformation(predictive));
  return t('{name}: epistemic entropy {nats} nats on average', { name, nats });
}
