import { scaleLinear } from 'd3';
import { useMemo } from 'react';
import { t } from '../../../i18n/index.ts';
import { Axes } from '../../../plots/frame/Axes.tsx';
import { Figure } from '../../../plots/frame/Figure.tsx';
import { formatNumber } from '../../../plots/frame/format.ts';
import { createFrame } from '../../../plots/frame/frame.ts';
import plot from '../../../plots/frame/Plot.module.css';
import { niceCeiling } from '../../../plots/frame/stableRange.ts';
import { horizontalTicks } from '../../../plots/frame/ticks.ts';
import { usePlotArea } from '../../../plots/frame/usePlotArea.ts';
import styles from './Pathwise.module.css';
import { type GradientEstimator, histogram, type Of, REPEATS } from './pathwise.ts';

interface EstimateHistogramsProps {
  readonly ways: readonly {
    readonly estimator: GradientEstimator;
    readonly values: Float64Array;
    readonly spread: number;
  }[];
  /** The standard deviation that the axis has room for. */
  readonly widest: number;
  readonly exact: number;
  readonly of: Of;
}

const BINS = 121;

/** Histograms of repeated estimates of one gradient, one row per estimator, on one axis. */
export function EstimateHistograms({ ways, widest, exact, of }: EstimateHistogramsProps) {
  const { setHost, size, theme } = usePlotArea();
  const reach = niceCeiling(2.5 * widest);
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const { fontSize } = theme;
    const frame = createFrame(size, fontSize, { left: 1.2, right: 1.2, top: 0.4, bottom: 3.1 });
    const domain = [exact - reach, exact + reach] as const;
    return {
      frame,
      fontSize,
      x: scaleLinear(domain, [frame.left, frame.right]),
      ticks: horizontalTicks(domain, frame.right - frame.left, fontSize),
      rowHeight: (frame.bottom - frame.top) / 2,
    };
  }, [size, theme, exact, reach]);
  const names: Record<GradientEstimator, string> = {
    pathwise: t('through w = μ + σε'),
    score: t('by the score function'),
  };
  const symbol = of === 'mu' ? 'μ' : 'σ';
  return (
    <Figure
      still
      summary={t(
        'Estimates of the gradient {exact}: through w they scatter with standard deviation {pathwise}, by the score function with {score}.',
        {
          exact: formatNumber(exact),
          pathwise: formatNumber(ways[0]?.spread ?? Number.NaN),
          score: formatNumber(ways[1]?.spread ?? Number.NaN),
        },
      )}
      areaRef={setHost}
      legend={
        <p className={styles.note}>
          {t('{count} estimates by either way; dashed: the exact gradient, {exact}', {
            count: REPEATS,
            exact: formatNumber(exact),
          })}
        </p>
      }
    >
      {layout && (
        <svg aria-hidden="true">
          {ways.map(({ estimator, values }, row) => {
            const counts = histogram(values, exact - reach, exact + reach, BINS);
            const floor = layout.frame.top + (row + 1) * layout.rowHeight;
            const tallest = Math.max(...counts);
            const width = (layout.frame.right - layout.frame.left) / BINS;
            const room = layout.rowHeight - 2.4 * layout.fontSize;
            return (
              <g key={estimator}>
                {counts.map((count, bin) => (
                  <rect
                    key={bin}
                    className={styles[estimator]}
                    x={layout.frame.left + bin * width}
                    y={floor - (room * count) / tallest}
                    width={Math.max(1, width - 0.5)}
                    height={(room * count) / tallest}
                  />
                ))}
                <path className={plot.axis} d={`M${layout.frame.left},${floor}H${layout.frame.right}`} />
              </g>
            );
          })}
          <path
            className={styles.exact}
            d={`M${layout.x(exact)},${layout.frame.top + 2 * layout.fontSize}V${layout.frame.bottom}`}
          />
          {ways.map(({ estimator, spread }, row) => (
            <text
              key={estimator}
              className={`${plot.note} ${plot.halo} ${styles.name}`}
              x={layout.frame.left}
              y={layout.frame.top + row * layout.rowHeight + 1.6 * layout.fontSize}
            >
              {`${names[estimator]}: ± ${formatNumber(spread)}`}
            </text>
          ))}
          <Axes
            frame={layout.frame}
            fontSize={layout.fontSize}
            xTicks={layout.ticks}
            yTicks={[]}
            x={layout.x}
            y={() => layout.frame.bottom}
            xLabel={t('estimate of ∂E[f]/∂{symbol}', { symbol })}
            yLabel=""
          />
        </svg>
      )}
    </Figure>
  );
}
