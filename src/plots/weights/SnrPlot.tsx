import { type ScaleLinear, scaleLinear } from 'd3';
import { useMemo } from 'react';
import type { WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { formatNumber, formatPercent } from '../frame/format.ts';
import { axisMargins, createFrame, type Frame } from '../frame/frame.ts';
import styles from '../frame/Plot.module.css';
import { niceCeiling } from '../frame/stableRange.ts';
import { horizontalTicks, verticalTicks } from '../frame/ticks.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSummary } from '../frame/useSummary.ts';
import marks from './SnrPlot.module.css';
import {
  BIN_WIDTH,
  fractionBelow,
  SNR_DOMAIN,
  type SnrHistogram,
  snrHistogram,
  snrSummary,
} from './snrHistogram.ts';

export interface SnrPlotProps {
  readonly weights: WeightSummary;
  /** Pruned fraction, 0 to 1. */
  readonly pruned: number;
  readonly onPrune: (fraction: number) => void;
}

/** Histogram of the signal-to-noise ratios of the weights, pruned ones marked; a click sets the threshold. */
export function SnrPlot({ weights, pruned, onPrune }: SnrPlotProps) {
  const { setHost, size, theme } = usePlotArea();
  const histogram = useMemo(() => snrHistogram(weights, pruned), [weights, pruned]);
  const most = niceCeiling(Math.max(1, ...histogram.counts));
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, axisMargins);
    return {
      frame,
      x: scaleLinear(SNR_DOMAIN, [frame.left, frame.right]),
      y: scaleLinear([0, most], [frame.bottom, frame.top]),
      xTicks: horizontalTicks(SNR_DOMAIN, frame.right - frame.left, theme.fontSize),
      yTicks: verticalTicks([0, most], frame.bottom - frame.top, theme.fontSize).filter(({ value }) =>
        Number.isInteger(value),
      ),
    };
  }, [size, theme, most]);
  const summary = useSummary(() => snrSummary(histogram));
  const prunedText = t('{share}, {count, plural, one {# weight} other {# weights}}', {
    share: formatPercent(pruned),
    count: histogram.pruned,
  });
  return (
    <Figure
      still
      summary={summary}
      areaRef={setHost}
      minHeight={11}
      readout={
        <label className={marks.slider}>
          <span>{t('Pruned')}</span>
          <input
            type="range"
            min={0}
            max={100}
            value={Math.round(100 * pruned)}
            aria-valuetext={prunedText}
            onChange={(event) => onPrune(Number(event.target.value) / 100)}
          />
          <output>{prunedText}</output>
        </label>
      }
    >
      {layout && theme && (
        <svg aria-hidden="true">
          <Axes
            {...layout}
            fontSize={theme.fontSize}
            xLabel={t('signal to noise |μ|/σ (dB)')}
            yLabel={t('weights')}
            grid={false}
          />
          {histogram.counts.map((count, i) => {
            const [from, to] = [
              layout.x(histogram.edges[i] as number),
              layout.x(histogram.edges[i + 1] as number),
            ];
            const isPruned = histogram.cut !== null && (histogram.edges[i + 1] as number) <= histogram.cut;
            return (
              <rect
                key={histogram.edges[i]}
                className={isPruned || histogram.pruned >= histogram.weights ? marks.pruned : marks.kept}
                x={from + 0.5}
                y={layout.y(count)}
                width={Math.max(0, to - from - 1)}
                height={layout.frame.bottom - layout.y(count)}
              />
            );
          })}
          {histogram.below > 0 && <Below histogram={histogram} fontSize={theme.fontSize} {...layout} />}
          {histogram.cut !== null && Number.isFinite(histogram.cut) && (
            <g>
              <path
                className={marks.cut}
                d={`M${layout.x(histogram.cut)},${layout.frame.top}V${layout.frame.bottom}`}
              />
              <text
                className={`${styles.note} ${styles.halo}`}
                x={layout.x(histogram.cut) - 5}
                y={layout.frame.top + theme.fontSize}
                textAnchor="end"
              >
                {t('pruned below {cut} dB', { cut: formatNumber(histogram.cut) })}
              </text>
            </g>
          )}
          <rect
            className={styles.surface}
            x={layout.frame.left}
            y={layout.frame.top}
            width={layout.frame.right - layout.frame.left}
            height={layout.frame.bottom - layout.frame.top}
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              onPrune(fractionBelow(weights, layout.x.invert(layout.frame.left + event.clientX - box.left)));
            }}
          />
        </svg>
      )}
    </Figure>
  );
}

interface BelowProps {
  readonly histogram: SnrHistogram;
  readonly fontSize: number;
  readonly frame: Frame;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/** Marks the part of the first bar that lies beyond the axis, and says above the bars how many weights it is. */
function Below({ histogram: { below, counts }, fontSize, frame, x, y }: BelowProps) {
  const [low] = SNR_DOMAIN;
  const [left, right] = [x(low), x(low + BIN_WIDTH)];
  const text = t('{count} below {low} dB', { count: formatWhole(below), low: formatNumber(low) });
  // Half of the font size is the mean width of a letter.
  const covered = Math.ceil((0.5 * fontSize * text.length) / (right - left));
  const above = y(Math.max(...counts.slice(0, covered))) - 0.5 * fontSize;
  // The line above it is that of the threshold.
  const baseline = Math.max(above, frame.top + 2.25 * fontSize);
  return (
    <g>
      <rect
        className={marks.below}
        x={left + 0.5}
        y={y(below)}
        width={right - left - 1}
        height={y(0) - y(below)}
      />
      <path className={marks.leader} d={`M${right},${y(below)}V${baseline + 0.25 * fontSize}`} />
      <text className={`${styles.note} ${styles.halo}`} x={left + 2} y={baseline}>
        {text}
      </text>
    </g>
  );
}
