import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PlanePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import type { Interval, Point } from '../../model/datasets/dataset.ts';
import { Axes } from '../frame/Axes.tsx';
import { Crosshair } from '../frame/Crosshair.tsx';
import { Figure } from '../frame/Figure.tsx';
import { axisMargins, createFrame, type Frame } from '../frame/frame.ts';
import styles from '../frame/Plot.module.css';
import { horizontalTicks, verticalTicks } from '../frame/ticks.ts';
import { useCanvas } from '../frame/useCanvas.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSummary } from '../frame/useSummary.ts';
import marks from '../predictive/PredictivePlot.module.css';
import { type PointHandlers, PredictivePoints } from '../predictive/PredictivePoints.tsx';
import { createScales, type PlotPoint, type PlotScales } from '../predictive/predictivePlot.ts';
import type { Phase } from '../predictive/predictiveText.ts';
import { classPath, classVariable } from './classMarks.ts';
import { PlaneLegend } from './PlaneLegend.tsx';
import type { PlaneMap } from './planeMap.ts';
import { paintPlane } from './planePaint.ts';
import { type PlaneNames, planePointLabel, planeReadout, planeSummary } from './planeText.ts';

interface PlanePlotProps {
  readonly predictive: PlanePredictive | null;
  readonly map: PlaneMap;
  readonly points: readonly Point[];
  readonly xDomain: Interval;
  readonly yDomain: Interval;
  readonly names: PlaneNames;
  readonly phase: Phase;
  readonly showDraws: boolean;
  /** Positions are clamped to the domains. onMovePoint is called repeatedly, then onMoveEnd once. */
  readonly onAddPoint?: (place: PlotPoint) => void;
  /** Handles any other key on the empty plot; returns whether it did. */
  readonly onKey?: (key: string) => boolean;
  readonly onMovePoint?: (index: number, place: PlotPoint) => void;
  readonly onMoveEnd?: (index: number) => void;
  readonly onDeletePoint?: (index: number) => void;
  readonly readOnly?: boolean;
  /** Marks of a tool, on top of everything else. */
  readonly overlay?: ((frame: Frame, scales: PlotScales) => ReactNode) | null;
}

const placeOf = ({ x: [x, y] }: Point): PlotPoint => ({ x: x ?? Number.NaN, y: y ?? Number.NaN });
const markOf = ({ y }: Point) => ({ path: classPath(y), color: classVariable(y) });

/** p(y | x, D) over the plane of two inputs, with data points that can be added, moved and deleted. */
export function PlanePlot(props: PlanePlotProps) {
  const { predictive, map, points, names, phase, showDraws, readOnly = false } = props;
  const { onAddPoint, onMovePoint, onMoveEnd, onDeletePoint } = props;
  const { setHost, size, theme } = usePlotArea();
  const [cursor, setCursor] = useState<PlotPoint | null>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const surfaceRef = useRef<SVGRectElement>(null);
  const [xLow, xHigh] = props.xDomain;
  const [yLow, yHigh] = props.yDomain;

  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const { fontSize } = theme;
    const frame = createFrame(size, fontSize, axisMargins);
    const [xDomain, yDomain]: [Interval, Interval] = [
      [xLow, xHigh],
      [yLow, yHigh],
    ];
    return {
      frame,
      scales: createScales(frame, xDomain, yDomain),
      xTicks: horizontalTicks(xDomain, frame.right - frame.left, fontSize),
      yTicks: verticalTicks(yDomain, frame.bottom - frame.top, fontSize),
    };
  }, [size, theme, xLow, xHigh, yLow, yHigh]);

  const paint = useCallback(
    (context: CanvasRenderingContext2D) => {
      if (layout && theme && predictive)
        paintPlane(context, { predictive, map, phase, showDraws }, layout.frame, layout.scales, theme);
    },
    [layout, theme, predictive, map, phase, showDraws],
  );
  const canvasRef = useCanvas(size, paint);

  useEffect(() => {
    if (selected !== null && selected >= points.length) setSelected(null);
  }, [selected, points.length]);

  const summary = useSummary(
    () => planeSummary(predictive, points.length, phase, names),
    predictive ? phase : 'nothing yet',
  );
  const labelOf = useCallback(
    (point: Point, index: number, count: number) =>
      planePointLabel(index, count, placeOf(point), names.classes[point.y] ?? ''),
    [names],
  );

  // A stable object, so that points do not rerender when the map changes.
  const handlers = useRef<PointHandlers>({});
  useLayoutEffect(() => {
    handlers.current = { onMovePoint, onMoveEnd, onDeletePoint };
  });
  const deleteSelected = () => {
    if (selected === null) return;
    onDeletePoint?.(selected);
    setSelected(null);
    surfaceRef.current?.focus();
  };

  const point = selected === null ? undefined : points[selected];
  const readPlace = cursor ?? (point ? placeOf(point) : null);
  return (
    <Figure
      summary={summary}
      areaRef={setHost}
      legend={<PlaneLegend map={map} phase={phase} classNames={names.classes} draws={showDraws} />}
      readout={
        <div className={styles.readout}>
          {readPlace && predictive ? (
            <output>{planeReadout(predictive, readPlace, names)}</output>
          ) : (
            <span>{t('Click or tap to add a point, drag to move it, Delete removes it.')}</span>
          )}
          {point && (
            <button
              type="button"
              className={marks.delete}
              // Keeps the focus on the point until the click arrives.
              onPointerDown={(event) => event.preventDefault()}
              onClick={deleteSelected}
            >
              {t('Delete point')}
            </button>
          )}
        </div>
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
          <Crosshair
            surfaceRef={surfaceRef}
            frame={layout.frame}
            scales={layout.scales}
            cursor={cursor}
            onCursor={setCursor}
            onAdd={readOnly ? null : (onAddPoint ?? null)}
            {...(props.onKey && { onKey: props.onKey })}
          />
          <PredictivePoints
            points={points}
            placeOf={placeOf}
            labelOf={labelOf}
            markOf={markOf}
            frame={layout.frame}
            scales={layout.scales}
            stroke={theme.stroke}
            readOnly={readOnly}
            surfaceRef={surfaceRef}
            onSelect={setSelected}
            handlers={handlers}
          />
          {props.overlay?.(layout.frame, layout.scales)}
        </svg>
      )}
    </Figure>
  );
}
