import { line, scaleLinear, scaleLog } from 'd3';
import { useMemo } from 'react';
import { t } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import { Axes } from '../../../plots/frame/Axes.tsx';
import { Figure } from '../../../plots/frame/Figure.tsx';
import { axisMargins, createFrame } from '../../../plots/frame/frame.ts';
import plot from '../../../plots/frame/Plot.module.css';
import { usePlotArea } from '../../../plots/frame/usePlotArea.ts';
import styles from './PriorFunctions.module.css';
import { DRAWS } from './priorFunctions.ts';

interface KeptPlotProps {
  /** The number of draws that are kept before any point, after the first, … */
  readonly counts: readonly number[];
  readonly summary: string;
}

/** Points up to which the axis reaches; further ones extend it. */
const REACH = 6;

/** The number of draws that are kept against the number of points; the vertical axis is logarithmic. */
export function KeptPlot({ counts, summary }: KeptPlotProps) {
  const { setHost, size, theme } = usePlotArea();
  const last = Math.max(REACH, counts.length - 1);
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const { fontSize } = theme;
    const frame = createFrame(size, fontSize, { ...axisMargins, left: 4.4, right: 2.4 });
    const stride = Math.ceil((2 * fontSize * last) / (frame.right - frame.left));
    return {
      frame,
      fontSize,
      x: scaleLinear([0, last], [frame.left, frame.right]),
      y: scaleLog([1, DRAWS], [frame.bottom, frame.top]),
      xTicks: Array.from({ length: last + 1 }, (_, value) => ({ value, label: String(value) })).filter(
        ({ value }) => value % stride === 0,
      ),
      yTicks: [1, 10, 100, 1000, DRAWS].map((value) => ({ value, label: formatWhole(value) })),
    };
  }, [size, theme, last]);
  const placed = layout
    ? counts.map((count, index) => ({
        count,
        x: layout.x(index),
        y: count > 0 ? layout.y(count) : layout.frame.bottom,
      }))
    : [];
  return (
    <Figure still summary={summary} areaRef={setHost}>
      {layout && (
        <svg aria-hidden="true">
          <Axes {...layout} xLabel={t('points')} yLabel={t('draws kept')} />
          <path className={styles.count} d={line()(placed.map(({ x, y }) => [x, y])) ?? ''} />
          {counts.length === 1 && (
            <text
              className={plot.note}
              x={(layout.frame.left + layout.frame.right) / 2}
              y={(layout.frame.top + layout.frame.bottom) / 2}
              textAnchor="middle"
            >
              {t('Each point rejects draws.')}
            </text>
          )}
          {placed.map(({ count, x, y }, index) => (
            <g key={index}>
              <circle className={count > 0 ? styles.some : styles.none} cx={x} cy={y} r={4} />
              {index > 0 && (
                <text className={`${plot.note} ${plot.halo}`} x={x + 6} y={y - 6}>
                  {formatWhole(count)}
                </text>
              )}
            </g>
          ))}
        </svg>
      )}
    </Figure>
  );
}
