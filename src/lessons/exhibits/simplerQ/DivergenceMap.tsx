import { contours, geoPath, geoTransform, scaleLinear, scaleLog } from 'd3';
import { type PointerEvent, useMemo } from 'react';
import { t } from '../../../i18n/index.ts';
import { Axes } from '../../../plots/frame/Axes.tsx';
import { Figure } from '../../../plots/frame/Figure.tsx';
import { formatNumber } from '../../../plots/frame/format.ts';
import { axisMargins, createFrame } from '../../../plots/frame/frame.ts';
import plot from '../../../plots/frame/Plot.module.css';
import { horizontalTicks, logarithmicTicks } from '../../../plots/frame/ticks.ts';
import { usePlotArea } from '../../../plots/frame/usePlotArea.ts';
import styles from './DivergenceMap.module.css';
import {
  contourCrossing,
  type Direction,
  type Gaussian,
  landscape,
  muDomain,
  sigmaDomain,
  within,
} from './simplerQ.ts';

interface DivergenceMapProps {
  readonly direction: Direction;
  /** Positions of q since it was last placed; the last one is the current one. */
  readonly path: readonly Gaussian[];
  /** Where a descent on the other divergence ends. */
  readonly alternative: Gaussian;
  readonly onPut: (gaussian: Gaussian) => void;
}

/** Heights of the contour lines, in nats. */
const heights = [0.5, 0.7, 1, 1.2, 1.5, 2, 3, 5, 8, 13, 20, 35, 60, 100];
/** Heights of the contour lines that are labelled: far enough apart that their labels do not touch. */
const labelled: Record<Direction, readonly number[]> = { reverse: [1, 2, 5], forward: [1, 5, 20] };

/** The divergence of every Gaussian q as a map with contour lines, the shade stronger for a larger divergence. A press places q. */
export function DivergenceMap({ direction, path, alternative, onPut }: DivergenceMapProps) {
  const { setHost, size, theme } = usePlotArea();
  const lines = useMemo(() => {
    const { columns, rows, values } = landscape(direction);
    const shapes = contours().size([columns, rows]).thresholds(heights)(Array.from(values));
    return { columns, rows, shapes };
  }, [direction]);
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, axisMargins);
    const x = scaleLinear(muDomain, [frame.left, frame.right]);
    const y = scaleLog(sigmaDomain, [frame.bottom, frame.top]);
    const { columns, rows, shapes } = lines;
    const across = scaleLinear([0.5, columns - 0.5], [frame.left, frame.right]).clamp(true);
    const up = scaleLinear([0.5, rows - 0.5], [frame.bottom, frame.top]).clamp(true);
    const toPlot = geoTransform({
      point(column, row) {
        this.stream.point(across(column), up(row));
      },
    });
    return {
      frame,
      x,
      y,
      fontSize: theme.fontSize,
      areas: shapes.map((shape) => geoPath(toPlot)(shape) ?? ''),
      labels: labelled[direction].map((height) => ({ height, ...contourCrossing(direction, height) })),
      xTicks: horizontalTicks(muDomain, frame.right - frame.left, theme.fontSize),
      yTicks: logarithmicTicks(sigmaDomain, frame.bottom - frame.top, theme.fontSize),
    };
  }, [size, theme, lines, direction]);
  const put = (event: PointerEvent<SVGRectElement>) => {
    if (!layout || event.buttons === 0) return;
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (!box) return;
    onPut({
      mu: within(layout.x.invert(event.clientX - box.left), muDomain),
      sigma: within(layout.y.invert(event.clientY - box.top), sigmaDomain),
    });
  };
  const gaussian = path.at(-1) as Gaussian;
  const name = direction === 'reverse' ? 'KL[q(w) ‖ p(w | D)]' : 'KL[p(w | D) ‖ q(w)]';
  return (
    <Figure
      still
      summary={t('Map of {name} over mean and width of q; q is at mean {mu}, width {sigma}.', {
        name,
        mu: formatNumber(gaussian.mu),
        sigma: formatNumber(gaussian.sigma),
      })}
      areaRef={setHost}
      legend={<Scale name={name} />}
    >
      {layout && (
        <svg aria-hidden="true">
          {layout.areas.map((area, i) => (
            <path key={heights[i]} className={styles.area} d={area} />
          ))}
          {layout.labels.map(({ height, mu, sigma }) => (
            <text
              key={height}
              className={`${plot.note} ${plot.halo} ${styles.label}`}
              x={layout.x(mu)}
              y={layout.y(sigma)}
              dy="0.34em"
              textAnchor="middle"
            >
              {t('{value, plural, one {# nat} other {# nats}}', { value: height })}
            </text>
          ))}
          <Axes {...layout} xLabel={t('mean μ')} yLabel={t('width σ')} grid={false} />
          <path
            className={styles.path}
            d={`M${path.map(({ mu, sigma }) => `${layout.x(mu)},${layout.y(sigma)}`).join('L')}`}
          />
          <circle
            className={styles.alternative}
            cx={layout.x(alternative.mu)}
            cy={layout.y(alternative.sigma)}
            r={6}
          />
          <circle
            className={styles.gaussian}
            cx={layout.x(gaussian.mu)}
            cy={layout.y(gaussian.sigma)}
            r={7}
          />
          <rect
            className={`${plot.surface} ${styles.surface}`}
            x={layout.frame.left}
            y={layout.frame.top}
            width={layout.frame.right - layout.frame.left}
            height={layout.frame.bottom - layout.frame.top}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              put(event);
            }}
            onPointerMove={put}
          />
        </svg>
      )}
    </Figure>
  );
}

/** The shades of the map from the lowest to the highest contour line. */
function Scale({ name }: { readonly name: string }) {
  return (
    <p className={styles.scale}>
      <span>{t('{name} in nats:', { name })}</span>
      <span className={styles.shades}>
        {formatNumber(heights[0] as number)}
        <svg viewBox={`0 0 ${heights.length + 1} 2`} preserveAspectRatio="none" aria-hidden="true">
          {heights.map((height, i) => (
            <rect key={height} x={i + 1} y="0" width={heights.length - i} height="2" />
          ))}
        </svg>
        {formatNumber(heights.at(-1) as number)}
      </span>
    </p>
  );
}
