import { line, scaleLinear } from 'd3';
import { useMemo } from 'react';
import { t } from '../../../i18n/index.ts';
import { Axes } from '../../../plots/frame/Axes.tsx';
import { Figure } from '../../../plots/frame/Figure.tsx';
import { axisMargins, createFrame, type Frame } from '../../../plots/frame/frame.ts';
import plot from '../../../plots/frame/Plot.module.css';
import { horizontalTicks } from '../../../plots/frame/ticks.ts';
import { usePlotArea } from '../../../plots/frame/usePlotArea.ts';
import styles from './CountTheGrid.module.css';
import { AGE_OF_UNIVERSE, gridExponent, landmarks } from './countTheGrid.ts';
import { powerOfTen } from './powerOfTen.ts';

interface GridPlotProps {
  /** Grid points along each weight. */
  readonly points: number;
  readonly weights: number;
  /** Cells a second; null: not yet measured. */
  readonly rate: number | null;
  readonly summary: string;
}

/** Limits of the axes: powers of ten, and number of weights. */
const TOP = 100;
const MOST = 200;

/** The number of cells against the number of weights, with counts for comparison. */
export function GridPlot({ points, weights, rate, summary }: GridPlotProps) {
  const { setHost, size, theme } = usePlotArea();
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, axisMargins);
    return {
      frame,
      fontSize: theme.fontSize,
      x: scaleLinear([0, MOST], [frame.left, frame.right]),
      y: scaleLinear([0, TOP], [frame.bottom, frame.top]),
      xTicks: horizontalTicks([0, MOST], frame.right - frame.left, theme.fontSize),
      yTicks: [0, 20, 40, 60, 80, 100].map((value) => ({ value, label: powerOfTen(value) })),
    };
  }, [size, theme]);
  const exponent = gridExponent(points, weights);
  const times = [
    { label: t('done in a day'), seconds: 86_400 },
    { label: t('done since the Big Bang'), seconds: AGE_OF_UNIVERSE },
  ];
  const lines = [
    ...landmarks.map((landmark) => ({ ...landmark, label: t(landmark.label), measured: false })),
    ...times.flatMap(({ label, seconds }) =>
      rate === null ? [] : [{ label, exponent: Math.log10(rate * seconds), measured: true }],
    ),
  ];
  const last = Math.min(MOST, (TOP * weights) / exponent);
  return (
    <Figure still summary={summary} areaRef={setHost}>
      {layout && (
        <svg aria-hidden="true">
          <Axes {...layout} xLabel={t('weights')} yLabel={t('cells of the grid')} grid={false} />
          {lines.map(({ exponent: height, measured }) => (
            <path
              key={height}
              className={measured ? styles.time : styles.atoms}
              d={`M${layout.frame.left},${layout.y(height)}H${layout.frame.right}`}
            />
          ))}
          <path
            className={styles.count}
            d={
              line()([
                [layout.x(0), layout.y(0)],
                [layout.x(last), layout.y(gridExponent(points, last))],
              ]) ?? ''
            }
          />
          {lines.map(({ label, exponent: height, measured }) => (
            <text
              key={label}
              className={`${plot.note} ${plot.halo}`}
              y={layout.y(height) + (measured ? layout.fontSize : -4)}
              {...labelSide(layout, height / gridExponent(points, 1))}
            >
              {label}
            </text>
          ))}
          <circle
            className={exponent > TOP ? styles.beyond : styles.here}
            cx={layout.x(weights)}
            cy={layout.y(Math.min(TOP, exponent))}
            r={6}
          />
          {exponent > TOP && (
            <text className={`${plot.note} ${plot.halo}`} {...beside(layout, weights)}>
              {t('far above: {cells}', { cells: powerOfTen(exponent) })}
            </text>
          )}
        </svg>
      )}
    </Figure>
  );
}

interface Layout {
  readonly frame: Frame;
  readonly fontSize: number;
  readonly x: (weights: number) => number;
}

/** Puts the label of a line, which the count crosses at so many weights, where the line is longer. */
function labelSide({ frame, x }: Layout, crossing: number) {
  const isRight = x(crossing) < (frame.left + frame.right) / 2;
  return isRight
    ? { x: frame.right, textAnchor: 'end' as const }
    : { x: frame.left + 6, textAnchor: 'start' as const };
}

/** Puts a label at the top right of a point at the upper edge, below the edge where the space ends. */
function beside({ frame, fontSize, x }: Layout, weights: number) {
  return x(weights) + 12 * fontSize < frame.right
    ? { x: x(weights) + 10, y: frame.top + 0.34 * fontSize, textAnchor: 'start' as const }
    : { x: frame.right, y: frame.top + 1.8 * fontSize, textAnchor: 'end' as const };
}
