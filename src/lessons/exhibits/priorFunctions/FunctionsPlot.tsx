import { line } from 'd3';
import { useId, useMemo } from 'react';
import { t } from '../../../i18n/index.ts';
import { linspace } from '../../../math/linspace.ts';
import type { Point } from '../../../model/datasets/dataset.ts';
import { Axes } from '../../../plots/frame/Axes.tsx';
import { Figure } from '../../../plots/frame/Figure.tsx';
import plot from '../../../plots/frame/Plot.module.css';
import { usePlotArea } from '../../../plots/frame/usePlotArea.ts';
import { usePlotLayout } from '../../../plots/frame/usePlotLayout.ts';
import {
  EditablePoints,
  type PointEditing,
  usePointEditor,
} from '../../../plots/predictive/EditablePoints.tsx';
import { pointLabel } from '../../../plots/predictive/predictiveText.ts';
import styles from './PriorFunctions.module.css';

interface FunctionsPlotProps {
  readonly points: readonly Point[];
  readonly editing: PointEditing;
  /** f(x, w) of a draw. */
  readonly evaluate: (draw: number, x: number) => number;
  /** Draws to show: those that are kept, and those that the last point rejected. */
  readonly kept: readonly number[];
  readonly rejected: readonly number[];
  readonly summary: string;
}

const xDomain = [-2, 2] as const;
const yDomain = [-3, 3] as const;
const xs = linspace(xDomain[0], xDomain[1], 65);
const placeOf = ({ x, y }: Point) => ({ x: x[0] as number, y });
const labelOf = (point: Point, index: number, count: number) => pointLabel(index, count, placeOf(point));

/** Networks drawn from the prior, as functions of x, and points that can be added, moved and deleted. */
export function FunctionsPlot({ points, editing, evaluate, kept, rejected, summary }: FunctionsPlotProps) {
  const { setHost, size, theme } = usePlotArea();
  const editor = usePointEditor(points.length, editing);
  const layout = usePlotLayout(size, theme, xDomain, yDomain);
  const clip = useId();
  const pathOf = useMemo(() => {
    if (!layout) return null;
    const { x, y } = layout.scales;
    return (draw: number) =>
      line()(Array.from(xs, (at): [number, number] => [x(at), y(evaluate(draw, at))])) ?? '';
  }, [layout, evaluate]);
  const paths = useMemo(
    () => pathOf && { kept: kept.map(pathOf), rejected: rejected.map(pathOf) },
    [pathOf, kept, rejected],
  );
  const keptClass = points.length > 0 ? styles.posterior : styles.prior;
  const legend = [
    [keptClass, points.length > 0 ? t('kept: draws from the posterior') : t('draws from the prior')],
    ...(points.length > 0 ? [[styles.rejected, t('rejected by the last point')] as const] : []),
  ] as const;
  return (
    <Figure
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
      {layout && theme && paths && (
        // role="application": arrow keys must reach the points instead of the screen reader.
        <svg role="application" aria-label={t('{y} against {x}', { y: 'y', x: 'x' })}>
          <clipPath id={clip}>
            <rect
              x={layout.frame.left}
              y={layout.frame.top}
              width={layout.frame.right - layout.frame.left}
              height={layout.frame.bottom - layout.frame.top}
            />
          </clipPath>
          <Axes
            frame={layout.frame}
            fontSize={theme.fontSize}
            xTicks={layout.xTicks}
            yTicks={layout.yTicks}
            x={layout.scales.x}
            y={layout.scales.y}
            xLabel="x"
            yLabel="y"
            grid={false}
          />
          <g clipPath={`url(#${clip})`} aria-hidden="true">
            {paths.rejected.map((path, i) => (
              <path key={rejected[i]} className={styles.rejected} d={path} />
            ))}
            {paths.kept.map((path, i) => (
              <path key={kept[i]} className={keptClass} d={path} />
            ))}
          </g>
          {points.length > 0 && kept.length === 0 && (
            <text
              className={`${plot.note} ${plot.halo}`}
              x={(layout.frame.left + layout.frame.right) / 2}
              y={layout.frame.top + 1.2 * theme.fontSize}
              textAnchor="middle"
            >
              {t('No draw is kept.')}
            </text>
          )}
          <EditablePoints
            editor={editor}
            editing={editing}
            points={points}
            placeOf={placeOf}
            labelOf={labelOf}
            frame={layout.frame}
            scales={layout.scales}
            stroke={theme.stroke}
          />
        </svg>
      )}
    </Figure>
  );
}
