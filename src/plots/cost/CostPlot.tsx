import { scaleLinear } from 'd3';
import { useCallback, useMemo } from 'react';
import type { CostUnit } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import type { CostWords } from '../../model/methods/costs.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { axisMargins, createFrame } from '../frame/frame.ts';
import styles from '../frame/Plot.module.css';
import { type Domain, settleDomain } from '../frame/stableRange.ts';
import { horizontalTicks, verticalTicks } from '../frame/ticks.ts';
import { useCanvas } from '../frame/useCanvas.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSettled } from '../frame/useSettled.ts';
import { useSummary } from '../frame/useSummary.ts';
import { CostLabels } from './CostLabels.tsx';
import { CostLegend } from './CostLegend.tsx';
import marks from './CostPlot.module.css';
import { paintCosts } from './costPaint.ts';
import {
  type CostEntry,
  clippingNote,
  convertHistory,
  costSummary,
  sharedCosts,
  stackCosts,
  thinHistory,
} from './costPlot.ts';

/** Entries drawn at most; more would exceed one per pixel. */
const MAX_ENTRIES = 800;
const emptyCosts: Domain = [0, 1];

export interface CostPlotProps {
  /** In order of step, costs in nats; non-finite entries are skipped. */
  readonly history: readonly CostEntry[];
  /** Names of the costs. */
  readonly words: CostWords;
  readonly units: CostUnit;
  /** The axis of costs that several plots share, in `units`; absent: that of this history. */
  readonly domain?: Domain;
  /** Step of the timeline that is viewed; null for the latest. */
  readonly viewed?: number | null;
  /** Whether the legend is left out, for several plots with one legend. */
  readonly bare?: boolean;
}

/** The axis of costs of histories in nats, in `units`; it changes in steps. */
export function useCostDomain(histories: readonly (readonly CostEntry[])[], units: CostUnit): Domain {
  const wanted = useMemo(
    () =>
      sharedCosts(
        histories.map((history) => thinHistory(convertHistory(history, units), MAX_ENTRIES).map(stackCosts)),
      ),
    [histories, units],
  );
  return useSettled(settleDomain, wanted ?? emptyCosts, units);
}

/** Least height of a plot with a note above it, in font sizes: a lower one has its labels there. */
const MIN_NOTE_HEIGHT = 7;

/** Free energy over training steps as stacked areas of complexity and likelihood cost. */
export function CostPlot({
  history: inNats,
  words,
  units,
  viewed = null,
  domain,
  bare = false,
}: CostPlotProps) {
  const yLabel = t(units === 'nats' ? 'cost (nats)' : 'cost (bits)');
  const history = useMemo(() => convertHistory(inNats, units), [inNats, units]);
  const { setHost, size, theme } = usePlotArea();
  const stacks = useMemo(() => thinHistory(history, MAX_ENTRIES).map(stackCosts), [history]);
  const own = useMemo(() => [inNats], [inNats]);
  const ownDomain = useCostDomain(own, units);
  const yDomain = domain ?? ownDomain;
  const firstStep = stacks[0]?.step ?? 0;
  const lastStep = Math.max(stacks.at(-1)?.step ?? 0, firstStep + 10);

  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const { fontSize } = theme;
    const hasRoom = size.width > 42 * fontSize;
    // Costs from a million on are written as 1.23 × 10⁶.
    const long = Math.max(-yDomain[0], yDomain[1]) >= 999_500;
    const right = hasRoom ? 10 : long ? 6.6 : 4.4;
    const frame = createFrame(size, fontSize, { ...axisMargins, left: 4.4, right });
    const xDomain: Domain = [firstStep, lastStep];
    return {
      roomy: hasRoom,
      frame,
      x: scaleLinear(xDomain, [frame.left, frame.right]),
      y: scaleLinear(yDomain, [frame.bottom, frame.top]),
      xTicks: horizontalTicks(xDomain, frame.right - frame.left, fontSize).filter(({ value }) =>
        Number.isInteger(value),
      ),
      yTicks: verticalTicks(yDomain, frame.bottom - frame.top, fontSize),
    };
  }, [size, theme, firstStep, lastStep, yDomain]);

  const paint = useCallback(
    (context: CanvasRenderingContext2D) => {
      if (layout && theme) paintCosts(context, stacks, layout.frame, layout.x, layout.y, theme);
    },
    [layout, theme, stacks],
  );
  const canvasRef = useCanvas(size, paint);
  const summary = useSummary(() => costSummary(history, words, units));
  const last = stacks.at(-1);
  const labelled = useMemo(() => {
    const entry = viewed === null ? undefined : history.find(({ step }) => step === viewed);
    return entry && Number.isFinite(entry.complexityCost + entry.likelihoodCost) ? stackCosts(entry) : last;
  }, [history, viewed, last]);
  // The clipping note and the axis label share a line.
  const room =
    layout && theme ? Math.floor(layout.frame.width / (0.6 * theme.fontSize)) - yLabel.length - 4 : 0;
  const note = clippingNote(stacks, yDomain, room, units);

  return (
    <Figure
      still
      summary={summary}
      areaRef={setHost}
      minHeight={bare ? 8 : 10}
      legend={!bare && <CostLegend words={words} />}
    >
      <canvas ref={canvasRef} />
      {layout && theme && (
        <svg aria-hidden="true">
          <Axes {...layout} fontSize={theme.fontSize} xLabel={t('step')} yLabel={yLabel} grid={false} />
          {yDomain[0] < 0 && (
            <path className={styles.axis} d={`M${layout.frame.left},${layout.y(0)}H${layout.frame.right}`} />
          )}
          {viewed !== null && (
            <path
              className={marks.viewed}
              d={`M${layout.x(viewed)},${layout.frame.top}V${layout.frame.bottom}`}
            />
          )}
          {labelled && (
            <CostLabels
              stack={labelled}
              frame={layout.frame}
              y={layout.y}
              fontSize={theme.fontSize}
              words={layout.roomy ? words : null}
            />
          )}
          {note && layout.frame.bottom - layout.frame.top > MIN_NOTE_HEIGHT * theme.fontSize && (
            <text className={styles.note} x={layout.frame.width - 2} y={theme.fontSize} textAnchor="end">
              {note}
            </text>
          )}
          {!last && (
            <text
              className={styles.note}
              x={(layout.frame.left + layout.frame.right) / 2}
              y={(layout.frame.top + layout.frame.bottom) / 2}
              textAnchor="middle"
            >
              {t('No steps yet')}
            </text>
          )}
        </svg>
      )}
    </Figure>
  );
}
