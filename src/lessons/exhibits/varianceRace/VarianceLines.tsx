import { line, scaleLog } from 'd3';
import { useMemo } from 'react';
import { t } from '../../../i18n/index.ts';
import { estimators } from '../../../model/estimators/index.ts';
import { Axes } from '../../../plots/frame/Axes.tsx';
import { Figure } from '../../../plots/frame/Figure.tsx';
import { formatNumber } from '../../../plots/frame/format.ts';
import { axisMargins, createFrame, spreadLabels } from '../../../plots/frame/frame.ts';
import plot from '../../../plots/frame/Plot.module.css';
import { growLogDomain } from '../../../plots/frame/stableRange.ts';
import { logarithmicTicks } from '../../../plots/frame/ticks.ts';
import { usePlotArea } from '../../../plots/frame/usePlotArea.ts';
import { useSettled } from '../../../plots/frame/useSettled.ts';
import { useSummary } from '../../../plots/frame/useSummary.ts';
import styles from './VarianceLines.module.css';
import { batchSizes, type Lane, laneVariance, raced } from './varianceRace.ts';

interface VarianceLinesProps {
  readonly lanes: readonly Lane[];
  /** Number of gradients measured so far in every lane. */
  readonly gradients: number;
  /** Changes when another setup is measured; the axis then starts afresh. */
  readonly setup: string;
}

const largest = batchSizes[batchSizes.length - 1] as number;

/** One line per estimator: the variance of a batch's mean gradient against the batch size, both logarithmic. */
export function VarianceLines({ lanes, gradients, setup }: VarianceLinesProps) {
  const { setHost, size, theme } = usePlotArea();
  const lines = raced.map((estimator) => ({
    estimator,
    values: lanes.filter((lane) => lane.estimator === estimator).map(laneVariance),
  }));
  const measured = lines.flatMap(({ values }) => values).filter((value) => value > 0);
  const wanted =
    measured.length > 0 ? ([Math.min(...measured), Math.max(...measured)] as const) : ([0.1, 1] as const);
  // The first few gradients are too noisy and would widen the axis.
  const domain = useSettled(growLogDomain, wanted, `${setup} ${gradients < 20}`);
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const { fontSize } = theme;
    const frame = createFrame(size, fontSize, {
      ...axisMargins,
      left: 4.6,
      right: size.width < 520 ? 1 : 13,
    });
    return {
      frame,
      fontSize,
      x: scaleLog([1, largest], [frame.left, frame.right]),
      y: scaleLog(domain, [frame.bottom, frame.top]),
      xTicks: batchSizes.map((value) => ({ value, label: String(value) })),
      yTicks: logarithmicTicks(domain, frame.bottom - frame.top, fontSize),
      beside: size.width >= 520,
    };
  }, [size, theme, domain]);
  const summary = useSummary(() =>
    t('Variance of the gradient with {count} examples: {list}.', {
      count: largest,
      list: lines
        .map(
          ({ estimator, values }) =>
            `${t(estimators[estimator].label)} ${formatNumber(values.at(-1) ?? Number.NaN)}`,
        )
        .join(', '),
    }),
  );
  const ends = layout
    ? spreadLabels(
        lines.map(({ values }) =>
          (values.at(-1) ?? 0) > 0 ? layout.y(values.at(-1) as number) : layout.frame.top,
        ),
        1.4 * layout.fontSize,
        layout.frame.top,
        layout.frame.bottom,
      )
    : [];
  return (
    <Figure
      still
      summary={summary}
      areaRef={setHost}
      legend={
        <ul className={plot.legend}>
          {raced.map((estimator) => (
            <li key={estimator}>
              <svg viewBox="0 0 24 13" aria-hidden="true">
                <path className={styles[estimator]} d="M0,6.5H24" />
              </svg>
              {t(estimators[estimator].label)}
            </li>
          ))}
        </ul>
      }
    >
      {layout && (
        <svg aria-hidden="true">
          <Axes
            {...layout}
            xLabel={t('examples in the batch')}
            yLabel={t('variance of the batch’s mean gradient')}
          />
          {lines.map(({ estimator, values }, i) => (
            <g key={estimator}>
              <path
                className={styles[estimator]}
                d={
                  line<number>()
                    .defined((_, at) => (values[at] as number) > 0)
                    .x((batch) => layout.x(batch))
                    .y((_, at) => layout.y(values[at] as number))(batchSizes) ?? ''
                }
              />
              {layout.beside && (values.at(-1) ?? 0) > 0 && (
                <text className={styles.end} x={layout.frame.right + 8} y={ends[i]} dy="0.34em">
                  {t(estimators[estimator].label)}
                </text>
              )}
            </g>
          ))}
        </svg>
      )}
    </Figure>
  );
}
