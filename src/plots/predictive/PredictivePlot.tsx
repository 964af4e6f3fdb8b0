import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CurvePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import type { Interval, Point } from '../../model/datasets/dataset.ts';
import { Axes } from '../frame/Axes.tsx';
import { Crosshair } from '../frame/Crosshair.tsx';
import { Figure } from '../frame/Figure.tsx';
import { axisMargins, createFrame, type Frame } from '../frame/frame.ts';
import { horizontalTicks, verticalTicks } from '../frame/ticks.ts';
import { useCanvas } from '../frame/useCanvas.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSummary } from '../frame/useSummary.ts';
import type { GuessMode } from './bandGuess.ts';
import { type OverlayLabel, PredictiveLegend } from './PredictiveLegend.tsx';
import { type PointHandlers, PredictivePoints } from './PredictivePoints.tsx';
import { PredictiveReadout } from './PredictiveReadout.tsx';
import { paintPredictive } from './predictivePaint.ts';
import {
  createScales,
  type PlotPoint,
  type PlotScales,
  predictiveGeometry,
  trueMeanGeometry,
} from './predictivePlot.ts';
import { type Phase, pointLabel, predictiveSummary } from './predictiveText.ts';

export interface PredictivePlotProps {
  readonly predictive: CurvePredictive | null;
  readonly points: readonly Point[];
  readonly xDomain: Interval;
  readonly yDomain: Interval;
  /** Axis labels with units. */
  readonly xLabel: string;
  readonly yLabel: string;
  /** Central probability of the bands, 0 to 1. */
  readonly interval: number;
  readonly phase: Phase;
  /** The function behind generated data. */
  readonly trueMean?: ((x: number) => number) | undefined;
  /** The exact posterior or another method, drawn over the bands; its predictive is null while it is not ready. */
  readonly overlay?:
    | (OverlayLabel & { readonly predictive: CurvePredictive | null; readonly interval: number })
    | null;
  /** [inputs], f(x, w) of the followed draw at the predictive's inputs. */
  readonly followed?: Float64Array | null;
  /** A sentence about the overlay, added to the text alternative. */
  readonly remark?: string | null;
  readonly showDraws: boolean;
  /** Marks of a tool on top of everything else, and the mode of a guessed band among them. */
  readonly tool?: ((frame: Frame, scales: PlotScales) => ReactNode) | null;
  readonly guess?: GuessMode | null;
  /** Positions are clamped to the domains. onMovePoint is called repeatedly, then onMoveEnd once. */
  readonly onAddPoint?: (point: PlotPoint) => void;
  readonly onMovePoint?: (index: number, point: PlotPoint) => void;
  readonly onMoveEnd?: (index: number) => void;
  readonly onDeletePoint?: (index: number) => void;
  readonly readOnly?: boolean;
}

const curvePlace = (point: Point): PlotPoint => ({ x: point.x[0] ?? Number.NaN, y: point.y });
const curveLabel = (point: Point, index: number, count: number): string =>
  pointLabel(index, count, curvePlace(point));

/** p(y | x, D): epistemic and aleatoric bands, mean, draws, and data points that can be added, moved and deleted. */
export function PredictivePlot(props: PredictivePlotProps) {
  const {
    predictive,
    points,
    xLabel,
    yLabel,
    interval,
    phase,
    trueMean,
    overlay = null,
    remark = null,
    followed = null,
    guess = null,
    showDraws,
    readOnly = false,
  } = props;
  const { onAddPoint, onMovePoint, onMoveEnd, onDeletePoint } = props;
  const { setHost, size, theme } = usePlotArea();
  const [cursor, setCursor] = useState<PlotPoint | null>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const surfaceRef = useRef<SVGRectElement>(null);

  // Callers may pass new arrays with equal numbers.
  const [xLow, xHigh] = props.xDomain;
  const [yLow, yHigh] = props.yDomain;
  const xDomain = useMemo((): Interval => [xLow, xHigh], [xLow, xHigh]);
  const yDomain = useMemo((): Interval => [yLow, yHigh], [yLow, yHigh]);

  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const { fontSize } = theme;
    const frame = createFrame(size, fontSize, axisMargins);
    return {
      frame,
      scales: createScales(frame, xDomain, yDomain),
      xTicks: horizontalTicks(xDomain, frame.right - frame.left, fontSize),
      yTicks: verticalTicks(yDomain, frame.bottom - frame.top, fontSize),
    };
  }, [size, theme, xDomain, yDomain]);

  const geometry = useMemo(
    () => predictive && layout && predictiveGeometry(predictive, layout.frame, layout.scales, followed),
    [predictive, layout, followed],
  );
  const trueLine = useMemo(
    () => (trueMean && layout ? trueMeanGeometry(trueMean, layout.frame, layout.scales) : null),
    [trueMean, layout],
  );
  const truePredictive = overlay?.predictive ?? null;
  const overlayBand = useMemo(
    () => truePredictive && layout && predictiveGeometry(truePredictive, layout.frame, layout.scales),
    [truePredictive, layout],
  );
  const overlayIsPosterior = overlay?.isPosterior ?? true;
  const paint = useCallback(
    (context: CanvasRenderingContext2D) => {
      if (layout && theme)
        paintPredictive(
          context,
          { geometry, trueLine, overlayBand, overlayIsPosterior, phase, showDraws },
          layout.frame,
          theme,
        );
    },
    [layout, theme, geometry, trueLine, overlayBand, overlayIsPosterior, phase, showDraws],
  );
  const canvasRef = useCanvas(size, paint);

  useEffect(() => {
    if (selected !== null && selected >= points.length) setSelected(null);
  }, [selected, points.length]);

  const summary = useSummary(
    () => [predictiveSummary(predictive, points.length, phase, interval), remark].filter(Boolean).join(' '),
    predictive ? phase : 'nothing yet',
  );

  // A stable object, so that points do not rerender when the bands change.
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

  return (
    <Figure
      summary={summary}
      areaRef={setHost}
      legend={
        <PredictiveLegend
          phase={phase}
          interval={interval}
          trueMean={trueMean !== undefined}
          overlay={overlay}
          draws={showDraws}
          followed={followed !== null}
          guess={guess}
        />
      }
      readout={
        <PredictiveReadout
          predictive={predictive}
          points={points}
          cursor={cursor}
          selected={selected}
          guessing={guess === 'alone'}
          onDelete={readOnly ? null : deleteSelected}
        />
      }
    >
      <canvas ref={canvasRef} />
      {layout && theme && (
        // role="application": arrow keys must reach points and crosshair instead of the screen reader.
        <svg role="application" aria-label={t('{y} against {x}', { y: yLabel, x: xLabel })}>
          <Axes
            frame={layout.frame}
            fontSize={theme.fontSize}
            xTicks={layout.xTicks}
            yTicks={layout.yTicks}
            x={layout.scales.x}
            y={layout.scales.y}
            xLabel={xLabel}
            yLabel={yLabel}
            grid={false}
          />
          <Crosshair
            surfaceRef={surfaceRef}
            frame={layout.frame}
            scales={layout.scales}
            cursor={cursor}
            onCursor={setCursor}
            onAdd={readOnly ? null : (onAddPoint ?? null)}
          />
          <PredictivePoints
            points={points}
            placeOf={curvePlace}
            labelOf={curveLabel}
            frame={layout.frame}
            scales={layout.scales}
            stroke={theme.stroke}
            readOnly={readOnly}
            surfaceRef={surfaceRef}
            onSelect={setSelected}
            handlers={handlers}
          />
          {props.tool?.(layout.frame, layout.scales)}
        </svg>
      )}
    </Figure>
  );
}
