import { line, scaleLinear } from 'd3';
import { useMemo } from 'react';
import { t } from '../../../i18n/index.ts';
import { Axes } from '../../../plots/frame/Axes.tsx';
import { Figure } from '../../../plots/frame/Figure.tsx';
import { axisMargins, createFrame } from '../../../plots/frame/frame.ts';
import plot from '../../../plots/frame/Plot.module.css';
import { horizontalTicks, verticalTicks } from '../../../plots/frame/ticks.ts';
import { usePlotArea } from '../../../plots/frame/usePlotArea.ts';
import styles from './Averaging.module.css';
import { averageOf, type classPosterior, exactProbability, probabilityOf, seen } from './averaging.ts';

interface AveragePlotProps {
  readonly posterior: ReturnType<typeof classPosterior>;
  readonly weights: Float64Array;
  /** The input at which it is read. */
  readonly x: number;
  readonly summary: string;
}

const xs = Array.from({ length: 97 }, (_, i) => -4 + i / 12);

/** p(y = 1 | x) of every draw, their mean, the exact integral, and the prediction of the mean weight alone. */
export function AveragePlot({ posterior, weights, x, summary }: AveragePlotProps) {
  const { setHost, size, theme } = usePlotArea();
  // 200 curves of full strength would cover the plot.
  const opacity = Math.max(0.15, Math.min(1, 2.5 / Math.sqrt(weights.length)));
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, axisMargins);
    const xScale = scaleLinear([-4, 4], [frame.left, frame.right]);
    const yScale = scaleLinear([0, 1], [frame.bottom, frame.top]);
    const path = (p: (at: number) => number) =>
      line()(xs.map((at): [number, number] => [xScale(at), yScale(p(at))])) ?? '';
    return {
      frame,
      fontSize: theme.fontSize,
      xScale,
      yScale,
      path,
      xTicks: horizontalTicks([-4, 4], frame.right - frame.left, theme.fontSize),
      yTicks: verticalTicks([0, 1], frame.bottom - frame.top, theme.fontSize),
      exact: path((at) => exactProbability(posterior, at)),
      plugged: path((at) => probabilityOf(posterior.mean, at)),
    };
  }, [size, theme, posterior]);
  const draws = useMemo(
    () => layout && [...weights].map((w) => layout.path((at) => probabilityOf(w, at))),
    [layout, weights],
  );
  const legend = [
    [styles.draw, t('one draw')],
    [styles.average, t('mean of the draws')],
    [styles.exact, t('exact integral')],
    [styles.plugged, t('mean weight plugged in')],
  ] as const;
  return (
    <Figure
      still
      summary={summary}
      areaRef={setHost}
      legend={
        <ul className={plot.legend}>
          {legend.map(([className, words]) => (
            <li key={words}>
              <svg viewBox="0 0 24 13" aria-hidden="true">
                <path className={className} d="M0,6.5H24" />
              </svg>
              {words}
            </li>
          ))}
        </ul>
      }
    >
      {layout && draws && (
        <svg aria-hidden="true">
          <Axes
            frame={layout.frame}
            fontSize={layout.fontSize}
            xTicks={layout.xTicks}
            yTicks={layout.yTicks}
            x={layout.xScale}
            y={layout.yScale}
            xLabel="x"
            yLabel="p(y = 1 | x)"
          />
          {draws.map((path, index) => (
            <path key={index} className={styles.draw} d={path} strokeOpacity={opacity} />
          ))}
          <path className={styles.at} d={`M${layout.xScale(x)},${layout.frame.top}V${layout.frame.bottom}`} />
          <path className={styles.plugged} d={layout.plugged} />
          <path className={styles.exact} d={layout.exact} />
          <path className={styles.average} d={layout.path((at) => averageOf(weights, at).average)} />
          {seen.map((point) => (
            <circle
              key={point.x[0]}
              className={styles.point}
              cx={layout.xScale(point.x[0] as number)}
              cy={layout.yScale(point.y)}
              r={4.5}
            />
          ))}
        </svg>
      )}
    </Figure>
  );
}
