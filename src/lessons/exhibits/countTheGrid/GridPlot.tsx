import { line, scaleLinear } from 'd3';
import { useMemo } from 'react';
import { t } from '../../../i18n/index.ts';
import { Axes } from '../../../plots/frame/Axes.tsx';
import { Figure } from '../../../plots/frame/Figure.tsx';
import { axisMargins, createFrame } from '../../../plots/frame/frame.ts';
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
  const last = Math.min(MOST, (TOP * weights) / exponent);
  return (
    <Figure still summary={summary} areaRef={setHost}>
      {layout && (
        <svg aria-hidden="true">
          <Axes {...layout} xLabel={t('weights')} yLabel={t('cells of the grid')} grid={false} />
          {landmarks.map(({ label, exponent: height }) => (
            <Landmark key={label} layout={layout} height={height} words={t(label)} end />
          ))}
          {rate !== null && (
            <>
              <Landmark layout={layout} height={Math.log10(rate * 86_400)} words={t('done in a day')} />
              <Landmark
                layout={layout}
                height={Math.log10(rate * AGE_OF_UNIVERSE)}
                words={t('done since the Big Bang')}
              />
            </>
          )}
          <path
            className={styles.count}
            d={
              line()([
                [layout.x(0), layout.y(0)],
                [layout.x(last), layout.y(gridExponent(points, last))],
              ]) ?? ''
            }
          />
          <circle
            className={exponent > TOP ? styles.beyond : styles.here}
            cx={layout.x(weights)}
            cy={layout.y(Math.min(TOP, exponent))}
            r={6}
          />
          {exponent > TOP && (
            <text
              className={`${plot.note} ${plot.halo}`}
              x={layout.x(weights) - 10}
              y={layout.frame.top + 0.34 * layout.fontSize}
              textAnchor="end"
            >
              {t('far above: {cells}', { cells: powerOfTen(exponent) })}
            </text>
          )}
        </svg>
      )}
    </Figure>
  );
}

interface LandmarkProps {
  readonly layout: {
    readonly frame: { readonly left: number; readonly right: number };
    readonly y: (exponent: number) => number;
  };
  readonly height: number;
  readonly words: string;
  /** Labelled at the right end where there is space, else at the left. */
  readonly end?: boolean;
}

function Landmark({ layout: { frame, y }, height, words, end = false }: LandmarkProps) {
  return (
    <>
      <path className={end ? styles.atoms : styles.time} d={`M${frame.left},${y(height)}H${frame.right}`} />
      <text
        className={`${plot.note} ${plot.halo}`}
        x={end ? frame.right : frame.left + 6}
        y={y(height) - 4}
        textAnchor={end ? 'end' : 'start'}
      >
        {words}
      </text>
    </>
  );
}
