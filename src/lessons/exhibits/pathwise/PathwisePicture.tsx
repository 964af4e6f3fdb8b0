import { line, scaleLinear } from 'd3';
import { useMemo } from 'react';
import { t } from '../../../i18n/index.ts';
import { linspace } from '../../../math/linspace.ts';
import { mean } from '../../../math/moments.ts';
import { Axes } from '../../../plots/frame/Axes.tsx';
import { Figure } from '../../../plots/frame/Figure.tsx';
import { formatNumber } from '../../../plots/frame/format.ts';
import { createFrame } from '../../../plots/frame/frame.ts';
import plot from '../../../plots/frame/Plot.module.css';
import { horizontalTicks } from '../../../plots/frame/ticks.ts';
import { usePlotArea } from '../../../plots/frame/usePlotArea.ts';
import styles from './Pathwise.module.css';
import { cost, costSlope, type Setting } from './pathwise.ts';

interface PathwisePictureProps {
  readonly setting: Setting;
  readonly epsilon: Float64Array;
}

/** Range of both axes, ε and w, on the same scale. */
const domain = [-4, 4] as const;
/** Range of the cost axis in nats, above the added constant: contains the minimum of the cost, −0.50. */
const costDomain = [-0.8, 7] as const;
/** Upper end of the curve, below the label of the axis. */
const CUTOFF = 6;

/** ε at the bottom, w = μ + σε in the middle, the cost f(w) at the top with its slope at every draw. */
export function PathwisePicture({ setting, epsilon }: PathwisePictureProps) {
  const { mu, sigma, lift } = setting;
  const { setHost, size, theme } = usePlotArea();
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const { fontSize } = theme;
    const frame = createFrame(size, fontSize, { left: 1.2, right: 1.2, top: 1.6, bottom: 8.6 });
    const x = scaleLinear(domain, [frame.left, frame.right]);
    return {
      frame,
      fontSize,
      x,
      y: scaleLinear(costDomain, [frame.bottom, frame.top]),
      ticks: horizontalTicks(domain, frame.right - frame.left, fontSize),
      /** Vertical position of the ε axis, and of the start of the links to it. */
      noiseAxis: Math.round(size.height - 2.6 * fontSize),
      linksFrom: frame.bottom + 2.2 * fontSize,
    };
  }, [size, theme]);
  const places = [...linspace(...domain, 401)];
  const slope = mean(epsilon.map((value) => costSlope(mu + sigma * value)));
  return (
    <Figure
      still
      summary={t(
        '{count, plural, one {# draw} other {# draws}} of w around {mu}, each ε moved to μ + σε; the cost there slopes by {slope} on average.',
        { count: epsilon.length, mu: formatNumber(mu), slope: formatNumber(slope) },
      )}
      areaRef={setHost}
      legend={<p className={styles.note}>{t('Each ε stays; μ and σ move its w, and the slope with it')}</p>}
    >
      {layout && (
        <svg aria-hidden="true">
          <path
            className={styles.cost}
            d={
              line()(
                places.filter((w) => cost(w, 0) <= CUTOFF).map((w) => [layout.x(w), layout.y(cost(w, 0))]),
              ) ?? ''
            }
          />
          <path
            className={styles.posterior}
            d={
              line()(
                places.map((w) => [
                  layout.x(w),
                  layout.y(
                    costDomain[0] + (1.6 * Math.exp(-0.5 * ((w - mu) / sigma) ** 2)) / Math.max(0.4, sigma),
                  ),
                ]),
              ) ?? ''
            }
          />
          <Axes
            frame={layout.frame}
            fontSize={layout.fontSize}
            xTicks={layout.ticks}
            yTicks={[]}
            x={layout.x}
            y={layout.y}
            xLabel=""
            yLabel={
              lift === 0
                ? t('cost f(w)')
                : t('cost f(w), without the {lift} nats added', { lift: formatNumber(lift) })
            }
          />
          <path className={plot.axis} d={`M${layout.frame.left},${layout.noiseAxis}H${layout.frame.right}`} />
          {Array.from(epsilon, (value, i) => {
            const w = mu + sigma * value;
            const [x, y] = [layout.x(w), layout.y(cost(w, 0))];
            const reach =
              14 / Math.hypot(layout.x(1) - layout.x(0), costSlope(w) * (layout.y(1) - layout.y(0)));
            const slope = costSlope(w) * (layout.y(1) - layout.y(0));
            const right = (layout.x(1) - layout.x(0)) * reach;
            return (
              <g key={i}>
                <path
                  className={styles.link}
                  d={`M${layout.x(value)},${layout.noiseAxis}L${x},${layout.linksFrom}M${x},${layout.frame.bottom}V${y}`}
                />
                <path
                  className={styles.slope}
                  d={`M${x - right},${y - slope * reach}L${x + right},${y + slope * reach}`}
                />
                <circle className={styles.draw} cx={x} cy={y} r={3.5} />
                <circle className={styles.noise} cx={layout.x(value)} cy={layout.noiseAxis} r={3.5} />
              </g>
            );
          })}
          <text
            className={`${plot.note} ${plot.halo}`}
            x={layout.frame.right}
            y={layout.linksFrom + 0.4 * layout.fontSize}
            textAnchor="end"
          >
            w = μ + σε
          </text>
          <text
            className={plot.note}
            x={layout.frame.right}
            y={layout.noiseAxis + 1.5 * layout.fontSize}
            textAnchor="end"
          >
            ε ~ N(0, 1)
          </text>
          <text
            className={plot.note}
            x={layout.x(0)}
            y={layout.noiseAxis + 1.5 * layout.fontSize}
            textAnchor="middle"
          >
            0
          </text>
        </svg>
      )}
    </Figure>
  );
}
