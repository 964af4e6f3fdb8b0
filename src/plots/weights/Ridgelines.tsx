import { line, max, scaleLinear } from 'd3';
import { useCallback, useMemo } from 'react';
import type { CostUnit, Experiment } from '../../experiment/document/experiment.ts';
import type { WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { createFrame } from '../frame/frame.ts';
import type { TermId } from '../frame/glossary.ts';
import { MarkSlider } from '../frame/MarkSlider.tsx';
import styles from '../frame/Plot.module.css';
import { type Domain, growHalfWidth } from '../frame/stableRange.ts';
import { horizontalTicks, type Tick } from '../frame/ticks.ts';
import { useCanvas } from '../frame/useCanvas.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSettled } from '../frame/useSettled.ts';
import { useSummary } from '../frame/useSummary.ts';
import { priorCurve } from './priorCurve.ts';
import { RidgeLegend } from './RidgeLegend.tsx';
import {
  curvesPerRow,
  layoutRidges,
  nearestCurve,
  ridgeCurve,
  ridgeLabel,
  ridgelinesSummary,
  wantedHalfWidth,
} from './ridgelines.ts';
import { paintRidges } from './ridgePaint.ts';
import { useChosenWeight } from './useChosenWeight.ts';
import marks from './Weights.module.css';
import { nameBlocks, weightReadout } from './weightNames.ts';

// Constants, so that memoized axes do not rerender.
const noTicks: readonly Tick[] = [];
const noPixel = () => 0;

export interface RidgelinesProps {
  readonly weights: WeightSummary;
  readonly prior: Experiment['prior'];
  /** The unit of KL in readouts. */
  readonly units: CostUnit;
  /** What a curve shows, for the legend. */
  readonly curve: string;
  /** The term that a curve shows; null if it has none. */
  readonly curveTerm: TermId | null;
  /** The selected weight; if omitted, the plot keeps its own selection. */
  readonly selected?: number | null;
  readonly onSelect?: (index: number) => void;
}

/**
 * q(w) of every weight as a curve of equal height, a row per parameter block, against its prior. The axis only grows;
 * pass a new `key` for a new run.
 */
export function Ridgelines({ weights, prior, units, curve, curveTerm, selected, onSelect }: RidgelinesProps) {
  const { setHost, size, theme } = usePlotArea();
  const { shown, chosen, hover, choose } = useChosenWeight(selected, onSelect, weights.mu.length);
  const { layers } = weights;
  const blocks = useMemo(() => nameBlocks(layers), [layers]);
  const most = curvesPerRow(blocks.length);
  const shape = blocks.map(({ name, count }) => `${name} ${count}`).join();
  const deviation = priorCurve(prior, max(weights.priorScale) ?? 1).deviation;
  const halfWidth = useSettled(
    growHalfWidth,
    wantedHalfWidth(weights, deviation),
    `${shape} ${JSON.stringify(prior)}`,
  );

  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, { left: 1.3, right: 1.3, top: 0.3, bottom: 3.1 });
    const domain: Domain = [-halfWidth, halfWidth];
    return {
      frame,
      domain,
      x: scaleLinear(domain, [frame.left, frame.right]),
      ridges: layoutRidges(blocks, frame, theme.fontSize),
      ticks: horizontalTicks(domain, frame.right - frame.left, theme.fontSize),
    };
  }, [size, theme, halfWidth, blocks]);

  const paint = useCallback(
    (context: CanvasRenderingContext2D) => {
      if (!layout || !theme) return;
      const { ridges, frame, domain } = layout;
      paintRidges(context, ridges, weights, (scale) => priorCurve(prior, scale), frame, domain, theme);
    },
    [layout, theme, weights, prior],
  );
  const canvasRef = useCanvas(size, paint);
  const summary = useSummary(() => ridgelinesSummary(weights, blocks, deviation));
  const readout = shown === null ? null : weightReadout(weights, blocks, shown, units);

  return (
    <Figure
      summary={summary}
      areaRef={setHost}
      minHeight={3.1 * blocks.length + 3.4}
      legend={
        <RidgeLegend
          curve={curve}
          curveTerm={curveTerm}
          averages={blocks.some(({ count }) => count > most)}
        />
      }
      readout={
        <div className={styles.readout}>
          {readout === null ? (
            <span>{t('Point at a curve to read it. All are scaled to one height.')}</span>
          ) : (
            <output>{readout}</output>
          )}
        </div>
      }
    >
      <canvas ref={canvasRef} />
      {layout && theme && (
        <svg>
          <Axes
            frame={layout.frame}
            fontSize={theme.fontSize}
            xTicks={layout.ticks}
            yTicks={noTicks}
            x={layout.x}
            y={noPixel}
            xLabel={t('weight w')}
            yLabel=""
          />
          {layout.ridges.map((ridge) => {
            const { block, top, baseline, height } = ridge;
            const inRow = (index: number | null) =>
              index !== null && index >= block.offset && index < block.offset + block.count ? index : null;
            const pointed = inRow(shown);
            return (
              <g key={block.name}>
                <line
                  className={styles.grid}
                  x1={layout.frame.left}
                  x2={layout.frame.right}
                  y1={baseline}
                  y2={baseline}
                />
                <text
                  className={`${marks.row} ${styles.halo}`}
                  x={layout.frame.left}
                  y={top + 1.15 * theme.fontSize}
                >
                  {ridgeLabel(block, most)}
                </text>
                {pointed !== null && (
                  <path
                    className={marks.chosen}
                    d={
                      line<[number, number]>(
                        ([w]) => layout.x(w),
                        ([, share]) => baseline - share * height,
                      )(ridgeCurve(weights.mu[pointed] ?? 0, weights.sigma[pointed] ?? 0)) ?? ''
                    }
                  />
                )}
                <MarkSlider
                  label={ridgeLabel(block, most)}
                  first={block.offset}
                  count={block.count}
                  value={inRow(chosen)}
                  valueText={
                    inRow(chosen) === null
                      ? t('none chosen')
                      : weightReadout(weights, blocks, chosen ?? 0, units)
                  }
                  x={layout.frame.left}
                  y={top}
                  width={layout.frame.right - layout.frame.left}
                  height={baseline - top}
                  nearest={(px, py) =>
                    nearestCurve(weights, block, layout.x.invert(px), (baseline - py) / height)
                  }
                  onHover={hover}
                  onChoose={choose}
                />
              </g>
            );
          })}
        </svg>
      )}
    </Figure>
  );
}
