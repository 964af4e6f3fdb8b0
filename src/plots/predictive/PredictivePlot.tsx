import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { CurvePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import type { Interval, Point } from '../../model/datasets/dataset.ts';
import type { MethodColor } from '../../model/methods/index.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import type { Frame } from '../frame/frame.ts';
import { useCanvas } from '../frame/useCanvas.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { usePlotLayout } from '../frame/usePlotLayout.ts';
import { useSummary } from '../frame/useSummary.ts';
import type { GuessMode } from './bandGuess.ts';
import { EditablePoints, type PointEditing, usePointEditor } from './EditablePoints.tsx';
import { CardMarks, PredictiveCard } from './PredictiveCard.tsx';
import { type OverlayLabel, PredictiveLegend } from './PredictiveLegend.tsx';
import marks from './PredictivePlot.module.css';
import { PredictiveReadout } from './PredictiveReadout.tsx';
import {
  type CardFacts,
  cardSentence,
  cardTexts,
  drawsAt,
  isBetweenClusters,
  nearestDistance,
} from './predictiveCard.ts';
import { paintPredictive } from './predictivePaint.ts';
import {
  type PlotPoint,
  type PlotScales,
  predictiveAt,
  predictiveGeometry,
  trueMeanGeometry,
} from './predictivePlot.ts';
import { type Phase, pointLabel, predictiveSummary } from './predictiveText.ts';

export interface PredictivePlotProps extends PointEditing {
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
  /** Whether the weights of the posterior are independent: the card then warns between clusters; false by default. */
  readonly meanField?: boolean;
  /** The function behind generated data, and whether it is drawn; true by default. */
  readonly trueMean?: ((x: number) => number) | undefined;
  readonly showFunction?: boolean;
  /** The exact posterior or another method, drawn over the bands; its predictive is null while it is not ready. */
  readonly overlay?:
    | (OverlayLabel & { readonly predictive: CurvePredictive | null; readonly interval: number })
    | null;
  /** The prediction of the run before a change, drawn in grey behind the bands. */
  readonly ghost?: CurvePredictive | null;
  /** [inputs], f(x, w) of the followed draw at the predictive's inputs. */
  readonly followed?: Float64Array | null;
  /** A sentence about the overlay, added to the text alternative. */
  readonly remark?: string | null;
  readonly showDraws: boolean;
  /** Called by the legend, which otherwise only explains. */
  readonly onShowDraws?: ((shown: boolean) => void) | null;
  readonly onShowFunction?: ((shown: boolean) => void) | null;
  /** Marks of a tool on top of everything else, and the mode of a guessed band among them. */
  readonly tool?: ((frame: Frame, scales: PlotScales) => ReactNode) | null;
  readonly guess?: GuessMode | null;
  /** Colour of the bands and the mean after training; absent: the usual colours. */
  readonly color?: MethodColor | null;
  /** Whether legend and readout are left out, for several plots with one legend. */
  readonly bare?: boolean;
}

const curvePlace = (point: Point): PlotPoint => ({ x: point.x[0] ?? Number.NaN, y: point.y });
const curveLabel = (point: Point, index: number, count: number): string =>
  pointLabel(index, count, curvePlace(point));

/** Distance along x in pixels within which the pointer is on a data point. */
const POINT_REACH = 3;

/** What the card says at x; null where there is no prediction. */
function factsAt(
  x: number,
  { predictive, points, overlay, showDraws, meanField = false }: PredictivePlotProps,
): CardFacts | null {
  const value = predictive && predictiveAt(predictive, x);
  if (!predictive || !value) return null;
  const other = overlay?.predictive ? predictiveAt(overlay.predictive, x) : null;
  return {
    value,
    draws: showDraws ? drawsAt(predictive, x) : [],
    distance: nearestDistance(points, x),
    inMeanFieldGap: meanField && isBetweenClusters(points, x),
    overlay: overlay && other ? { name: overlay.short, interval: overlay.interval, ...other } : null,
  };
}

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
    ghost = null,
    followed = null,
    guess = null,
    showDraws,
    showFunction = true,
    onShowDraws = null,
    onShowFunction = null,
    readOnly = false,
    color = null,
    bare = false,
  } = props;
  const { setHost, size, theme } = usePlotArea();
  const editor = usePointEditor(points.length, props);
  const layout = usePlotLayout(size, theme, props.xDomain, props.yDomain);

  const geometry = useMemo(
    () => predictive && layout && predictiveGeometry(predictive, layout.frame, layout.scales, followed),
    [predictive, layout, followed],
  );
  const trueLine = useMemo(
    () =>
      trueMean && showFunction && layout ? trueMeanGeometry(trueMean, layout.frame, layout.scales) : null,
    [trueMean, showFunction, layout],
  );
  const truePredictive = overlay?.predictive ?? null;
  const overlayBand = useMemo(
    () => truePredictive && layout && predictiveGeometry(truePredictive, layout.frame, layout.scales),
    [truePredictive, layout],
  );
  const ghostBand = useMemo(
    () => ghost && layout && predictiveGeometry(ghost, layout.frame, layout.scales),
    [ghost, layout],
  );
  const overlayColor = overlay?.color ?? 'rose';
  const paint = useCallback(
    (context: CanvasRenderingContext2D) => {
      if (layout && theme)
        paintPredictive(
          context,
          { geometry, trueLine, overlayBand, overlayColor, color, ghostBand, phase, showDraws },
          layout.frame,
          theme,
        );
    },
    [layout, theme, geometry, trueLine, overlayBand, overlayColor, color, ghostBand, phase, showDraws],
  );
  const canvasRef = useCanvas(size, paint);

  const summary = useSummary(
    () =>
      [
        predictiveSummary(predictive, points.length, phase, interval),
        remark,
        ghost && t('In grey: the band before the change.'),
      ]
        .filter(Boolean)
        .join(' '),
    `${predictive ? phase : 'nothing yet'}${ghost ? ', ghost' : ''}`,
  );

  // The first edit of a data set takes away its function, but must not move the plot under the pointer.
  const axes = `${props.xDomain} ${props.yDomain}`;
  const [axesOfFunction, setAxesOfFunction] = useState<string | null>(null);
  if (trueMean && axesOfFunction !== axes) setAxesOfFunction(axes);
  const keepsFunction = axesOfFunction === axes;

  const { cursor } = editor;
  const facts = cursor && factsAt(cursor.x, props);
  const pixelsPerX = layout ? Math.abs(layout.scales.x(1) - layout.scales.x(0)) : 1;
  const texts =
    facts &&
    cardTexts(facts, { x: xLabel, y: yLabel }, props.xDomain, interval, phase, POINT_REACH / pixelsPerX);

  return (
    <Figure
      summary={summary}
      areaRef={setHost}
      minHeight={bare ? 8 : 14}
      legend={
        !bare && (
          <PredictiveLegend
            phase={phase}
            interval={interval}
            trueMean={trueMean ? showFunction : null}
            keepsFunction={keepsFunction}
            overlay={overlay}
            draws={showDraws}
            onShowDraws={onShowDraws}
            onShowFunction={onShowFunction}
            followed={followed !== null}
            guess={guess}
          />
        )
      }
      readout={
        !bare && (
          <PredictiveReadout
            points={points}
            sentence={texts && cardSentence(texts)}
            selected={editor.selected}
            guessing={guess === 'alone'}
            onDelete={readOnly ? null : editor.deleteSelected}
          />
        )
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
          {ghost && <GhostLabel frame={layout.frame} fontSize={theme.fontSize} />}
          <EditablePoints
            editor={editor}
            editing={props}
            points={points}
            placeOf={curvePlace}
            labelOf={curveLabel}
            frame={layout.frame}
            scales={layout.scales}
            stroke={theme.stroke}
          />
          {facts && (
            <CardMarks
              facts={facts}
              phase={phase}
              frame={layout.frame}
              scales={layout.scales}
              stroke={theme.stroke}
            />
          )}
          {props.tool?.(layout.frame, layout.scales)}
        </svg>
      )}
      {layout && cursor && facts && texts && (
        <PredictiveCard
          facts={facts}
          texts={texts}
          phase={phase}
          cursor={cursor}
          frame={layout.frame}
          scales={layout.scales}
        />
      )}
    </Figure>
  );
}

/** Names the grey band, in the corner of the plot: an entry of the legend could wrap and move the plot. */
function GhostLabel({ frame, fontSize }: { readonly frame: Frame; readonly fontSize: number }) {
  const y = frame.top + 1.2 * fontSize;
  return (
    <g className={marks.ghost} data-ghost="">
      <text x={frame.right - 8} y={y} fontSize={fontSize} textAnchor="end">
        {t('grey: before the change')}
      </text>
    </g>
  );
}
