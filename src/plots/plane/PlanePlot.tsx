import { type ReactNode, useCallback } from 'react';
import type { PlanePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import type { Interval, Point } from '../../model/datasets/dataset.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import type { Frame } from '../frame/frame.ts';
import styles from '../frame/Plot.module.css';
import { useCanvas } from '../frame/useCanvas.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { usePlotLayout } from '../frame/usePlotLayout.ts';
import { useSummary } from '../frame/useSummary.ts';
import {
  DeletePointButton,
  EditablePoints,
  type PointEditing,
  pointHint,
  usePointEditor,
} from '../predictive/EditablePoints.tsx';
import type { PlotPoint, PlotScales } from '../predictive/predictivePlot.ts';
import type { Phase } from '../predictive/predictiveText.ts';
import { classPath, classVariable } from './classMarks.ts';
import { PlaneLegend } from './PlaneLegend.tsx';
import type { PlaneMap } from './planeMap.ts';
import { paintPlane } from './planePaint.ts';
import { type PlaneNames, planePointLabel, planeReadout, planeSummary } from './planeText.ts';

interface PlanePlotProps extends PointEditing {
  readonly predictive: PlanePredictive | null;
  readonly map: PlaneMap;
  readonly points: readonly Point[];
  readonly xDomain: Interval;
  readonly yDomain: Interval;
  readonly names: PlaneNames;
  readonly phase: Phase;
  readonly showDraws: boolean;
  /** Called by the legend, which otherwise only explains. */
  readonly onShowDraws?: (shown: boolean) => void;
  /** Whether legend and readout are left out, for several plots with one legend. */
  readonly bare?: boolean;
  /** Handles any other key on the empty plot; returns whether it did. */
  readonly onKey?: (key: string) => boolean;
  /** Marks of a tool, on top of everything else. */
  readonly overlay?: ((frame: Frame, scales: PlotScales) => ReactNode) | null;
}

const placeOf = ({ x: [x, y] }: Point): PlotPoint => ({ x: x ?? Number.NaN, y: y ?? Number.NaN });
const markOf = ({ y }: Point) => ({ path: classPath(y), color: classVariable(y) });

/** p(y | x, D) over the plane of two inputs, with data points that can be added, moved and deleted. */
export function PlanePlot(props: PlanePlotProps) {
  const { predictive, map, points, names, phase, showDraws, bare = false } = props;
  const { setHost, size, theme } = usePlotArea();
  const editor = usePointEditor(points.length, props);
  const { cursor, selected } = editor;
  const layout = usePlotLayout(size, theme, props.xDomain, props.yDomain);

  const paint = useCallback(
    (context: CanvasRenderingContext2D) => {
      if (layout && theme && predictive)
        paintPlane(context, { predictive, map, phase, showDraws }, layout.frame, layout.scales, theme);
    },
    [layout, theme, predictive, map, phase, showDraws],
  );
  const canvasRef = useCanvas(size, paint);

  const summary = useSummary(
    () => planeSummary(predictive, points.length, phase, names),
    predictive ? phase : 'nothing yet',
  );
  const labelOf = useCallback(
    (point: Point, index: number, count: number) =>
      planePointLabel(index, count, placeOf(point), names.classes[point.y] ?? ''),
    [names],
  );

  const point = selected === null ? undefined : points[selected];
  const readPlace = cursor ?? (point ? placeOf(point) : null);
  return (
    <Figure
      summary={summary}
      areaRef={setHost}
      minHeight={bare ? 8 : 14}
      legend={
        !bare && (
          <PlaneLegend
            map={map}
            phase={phase}
            classNames={names.classes}
            draws={showDraws}
            onShowDraws={props.onShowDraws ?? null}
          />
        )
      }
      readout={
        !bare && (
          <div className={styles.readout}>
            {readPlace && predictive ? (
              <output>{planeReadout(predictive, readPlace, names)}</output>
            ) : (
              <span>{pointHint()}</span>
            )}
            {point && <DeletePointButton onDelete={editor.deleteSelected} />}
          </div>
        )
      }
    >
      <canvas ref={canvasRef} />
      {layout && theme && (
        // role="application": arrow keys must reach points and crosshair instead of the screen reader.
        <svg role="application" aria-label={t('Classes over {x} and {y}', { x: names.x, y: names.y })}>
          <Axes
            frame={layout.frame}
            fontSize={theme.fontSize}
            xTicks={layout.xTicks}
            yTicks={layout.yTicks}
            x={layout.scales.x}
            y={layout.scales.y}
            xLabel={names.x}
            yLabel={names.y}
            grid={false}
          />
          <EditablePoints
            editor={editor}
            editing={props}
            points={points}
            placeOf={placeOf}
            labelOf={labelOf}
            markOf={markOf}
            frame={layout.frame}
            scales={layout.scales}
            stroke={theme.stroke}
            onKey={props.onKey}
          />
          {props.overlay?.(layout.frame, layout.scales)}
        </svg>
      )}
    </Figure>
  );
}
