import { scaleLinear, scaleLog } from 'd3';
import { memo, useCallback, useMemo } from 'react';
import type { CostUnit, Experiment } from '../../experiment/document/experiment.ts';
import type { WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { axisMargins, createFrame } from '../frame/frame.ts';
import { MarkSlider } from '../frame/MarkSlider.tsx';
import styles from '../frame/Plot.module.css';
import { LineSwatch } from '../frame/Swatch.tsx';
import { type Domain, growHalfWidth, growLogDomain } from '../frame/stableRange.ts';
import { Term } from '../frame/Term.tsx';
import { horizontalTicks, logarithmicTicks } from '../frame/ticks.ts';
import { useCanvas } from '../frame/useCanvas.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSettled } from '../frame/useSettled.ts';
import { useSummary } from '../frame/useSummary.ts';
import { priorCurve } from './priorCurve.ts';
import { layerMarker, layerOpacity, paintScatter } from './scatterPaint.ts';
import { useChosenWeight } from './useChosenWeight.ts';
import marks from './Weights.module.css';
import { nameBlocks, weightReadout } from './weightNames.ts';
import {
  nearestDot,
  noiseWedge,
  priorDeviations,
  scatterDots,
  scatterSummary,
  spikeNote,
  wantedMu,
  wantedSigma,
} from './weightScatter.ts';

export interface WeightScatterProps {
  readonly weights: WeightSummary;
  readonly prior: Experiment['prior'];
  /** The unit of KL in readouts. */
  readonly units: CostUnit;
  /** The selected weight; if omitted, the plot keeps its own selection. */
  readonly selected?: number | null;
  readonly onSelect?: (index: number) => void;
}

/**
 * Posterior mean against posterior standard deviation of every weight. Weights that the data do not determine gather
 * at μ = 0 and the prior's deviation. The axes only grow; pass a new `key` for a new run.
 */
export function WeightScatter({ weights, prior, units, selected, onSelect }: WeightScatterProps) {
  const { setHost, size, theme } = usePlotArea();
  const { shown, chosen, hover, choose } = useChosenWeight(selected, onSelect, weights.mu.length);
  const { layers } = weights;
  const blocks = useMemo(() => nameBlocks(layers), [layers]);
  const layerCount = (blocks.at(-1)?.layer ?? 0) + 1;
  const deviations = useMemo(
    () => priorDeviations(weights, (scale) => priorCurve(prior, scale)),
    [weights, prior],
  );
  const key = `${blocks.map(({ name, count }) => `${name} ${count}`).join()} ${JSON.stringify(prior)}`;
  const halfWidth = useSettled(growHalfWidth, wantedMu(weights), key);
  const sigmaDomain = useSettled(growLogDomain, wantedSigma(weights, deviations), key);

  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, axisMargins);
    const domain: Domain = [-halfWidth, halfWidth];
    return {
      frame,
      x: scaleLinear(domain, [frame.left, frame.right]),
      y: scaleLog(sigmaDomain, [frame.bottom, frame.top]),
      xTicks: horizontalTicks(domain, frame.right - frame.left, theme.fontSize),
      yTicks: logarithmicTicks(sigmaDomain, frame.bottom - frame.top, theme.fontSize),
    };
  }, [size, theme, halfWidth, sigmaDomain]);
  const dots = useMemo(
    () => (layout ? scatterDots(weights, blocks, layout.frame, layout.x, layout.y) : []),
    [weights, blocks, layout],
  );
  const paint = useCallback(
    (context: CanvasRenderingContext2D) => {
      if (layout && theme) paintScatter(context, dots, layerCount, layout.frame, theme);
    },
    [layout, theme, dots, layerCount],
  );
  const canvasRef = useCanvas(size, paint);
  const summary = useSummary(() => scatterSummary(weights, deviations));
  const readout = shown === null ? null : weightReadout(weights, blocks, shown, units);
  const spikes = useMemo(() => spikeNote(weights), [weights]);
  const marked = shown === null ? undefined : dots.find(({ index }) => index === shown);

  return (
    <Figure
      summary={summary}
      areaRef={setHost}
      legend={<ScatterLegend layerCount={layerCount} />}
      readout={
        <div className={styles.readout}>
          {readout === null ? <span>{t('Point at a weight to read it.')}</span> : <output>{readout}</output>}
        </div>
      }
    >
      {layout && theme && (
        <svg aria-hidden="true">
          <path className={marks.wedge} d={noiseWedge(layout.frame, layout.x, layout.y, sigmaDomain)} />
          <Axes {...layout} fontSize={theme.fontSize} xLabel={t('mean μ')} yLabel={t('sd σ (log scale)')} />
          {deviations.map((deviation) => (
            <path
              key={deviation}
              className={marks.prior}
              d={`M${layout.frame.left},${layout.y(deviation)}H${layout.frame.right}`}
            />
          ))}
        </svg>
      )}
      <canvas ref={canvasRef} />
      {layout && theme && (
        <svg>
          {spikes && (
            <text
              className={`${styles.note} ${styles.halo}`}
              x={layout.frame.right}
              y={layout.frame.bottom - 0.9 * theme.fontSize}
              textAnchor="end"
            >
              {spikes}
            </text>
          )}
          {marked && <circle className={marks.ring} cx={marked.x} cy={marked.y} r={6 * theme.stroke} />}
          <MarkSlider
            label={t('Weights')}
            first={0}
            count={weights.mu.length}
            value={chosen}
            valueText={chosen === null ? t('none chosen') : weightReadout(weights, blocks, chosen, units)}
            x={layout.frame.left}
            y={layout.frame.top}
            width={layout.frame.right - layout.frame.left}
            height={layout.frame.bottom - layout.frame.top}
            nearest={(x, y) => nearestDot(dots, x, y)}
            onHover={hover}
            onChoose={choose}
          />
        </svg>
      )}
    </Figure>
  );
}

const ScatterLegend = memo(function ScatterLegend({ layerCount }: { readonly layerCount: number }) {
  return (
    <ul className={styles.legend}>
      {Array.from({ length: layerCount }, (_, layer) => (
        <li key={layerMarker(layer, 60)}>
          <svg viewBox="-12 -6.5 24 13" aria-hidden="true" style={{ color: 'var(--color-posterior)' }}>
            <path d={layerMarker(layer, 60)} fill="currentColor" opacity={layerOpacity(layer, layerCount)} />
          </svg>
          {t('layer {number}', { number: layer + 1 })}
        </li>
      ))}
      <li>
        <LineSwatch color="var(--color-prior)" width={1.75} dash={[5, 3]} />
        <Term id="prior-width">{t('prior sd')}</Term>
      </li>
      <li>
        <svg viewBox="0 0 24 13" aria-hidden="true">
          <rect className={marks.wedge} width="24" height="13" />
        </svg>
        <Term id="signal-to-noise">{t('signal below noise, |μ| < σ')}</Term>
      </li>
    </ul>
  );
});
