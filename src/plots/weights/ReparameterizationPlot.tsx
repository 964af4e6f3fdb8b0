import { line } from 'd3';
import { Figure } from '../frame/Figure.tsx';
import { formatNumber } from '../frame/format.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import styles from './ReparameterizationPlot.module.css';
import {
  reparameterizationLayout,
  reparameterizationSummary,
  type WeightDraw,
} from './reparameterization.ts';

interface ReparameterizationPlotProps {
  readonly draw: WeightDraw;
  /** The prior's standard deviation of this weight. */
  readonly deviation: number;
  /** How far the step has come: ε is drawn; w is computed; the gradient of μ is known. */
  readonly phase: 'noise' | 'weight' | 'gradient';
  /** ∂F/∂μ: the arrow at μ points against it. */
  readonly gradientMu: number;
}

/** w = μ + σ · ε of one weight: ε on the axis of a standard normal, carried to w on the axis of q. */
export function ReparameterizationPlot({ draw, deviation, phase, gradientMu }: ReparameterizationPlotProps) {
  const { setHost, size, theme } = usePlotArea();
  const layout = size && theme && reparameterizationLayout(draw, deviation, size, theme.fontSize);
  const isMapped = phase !== 'noise';
  const bell = line<readonly [number, number]>(
    ([x]) => x,
    ([, y]) => y,
  );
  return (
    <Figure still summary={reparameterizationSummary(draw)} areaRef={setHost} minHeight={8}>
      {layout && theme && (
        <svg aria-hidden="true" data-phase={phase}>
          {layout.fan.map(({ from, to }) => (
            <path key={from} className={styles.fan} d={`M${from},${layout.noiseY}L${to},${layout.weightY}`} />
          ))}
          <path className={styles.noiseBell} d={bell(layout.noiseBell) ?? ''} />
          <path className={styles.weightBell} d={bell(layout.weightBell) ?? ''} />
          <path className={styles.axis} d={`M${layout.left},${layout.noiseY}H${layout.right}`} />
          <path className={styles.axis} d={`M${layout.left},${layout.weightY}H${layout.right}`} />
          <text className={styles.name} x={4} y={layout.noiseY} dy="0.3em">
            ε
          </text>
          <text className={styles.name} x={4} y={layout.weightY} dy="0.3em">
            w
          </text>
          <path
            className={styles.path}
            pathLength={1}
            data-drawn={isMapped}
            d={`M${layout.noiseX},${layout.noiseY}L${layout.weightX},${layout.weightY}`}
          />
          <circle className={styles.drawn} cx={layout.noiseX} cy={layout.noiseY} r={4} />
          <circle
            className={styles.moving}
            r={5}
            style={{
              transform: isMapped
                ? `translate(${layout.weightX}px, ${layout.weightY}px)`
                : `translate(${layout.noiseX}px, ${layout.noiseY}px)`,
            }}
          />
          <text {...besideX(layout.noiseX, layout)} className={styles.value} y={layout.noiseY} dy="-0.5em">
            ε = {formatNumber(draw.epsilon)}
          </text>
          {isMapped && (
            <text
              {...besideX(layout.weightX, layout)}
              className={styles.value}
              y={layout.weightY}
              dy="1.25em"
            >
              w = {formatNumber(draw.weight)}
            </text>
          )}
          {phase === 'gradient' && gradientMu !== 0 && (
            <path
              className={styles.descent}
              d={arrow(layout.meanX, layout.weightY - 0.25 * theme.fontSize, -Math.sign(gradientMu))}
            />
          )}
        </svg>
      )}
    </Figure>
  );
}

/** Position of a text beside x that stays inside the axes. */
function besideX(x: number, { left, right }: { readonly left: number; readonly right: number }) {
  return x > (left + right) / 2
    ? ({ x: x - 8, textAnchor: 'end' } as const)
    : ({ x: x + 8, textAnchor: 'start' } as const);
}

/** A horizontal arrow from x. */
function arrow(x: number, y: number, direction: number): string {
  const tip = x + 26 * direction;
  return `M${x},${y}H${tip}M${tip - 6 * direction},${y - 4}L${tip},${y}L${tip - 6 * direction},${y + 4}`;
}
