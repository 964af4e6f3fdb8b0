import { area, line, range } from 'd3';
import type { Point } from '../../model/datasets/index.ts';
import type { FunctionSummary } from '../trained/widths.ts';
import type { ChartScales } from './Chart.tsx';
import styles from './FunctionBand.module.css';

interface FunctionBandProps {
  readonly scales: ChartScales;
  /** The posterior, which gives it its colour. */
  readonly of: keyof typeof bandStyles;
  /** The plotted inputs. */
  readonly x: Float64Array;
  readonly summary: FunctionSummary;
  /** Single functions, [count, x.length] row-major. */
  readonly draws?: Float64Array;
}

/** Style of the band of each posterior, for legends. */
export const bandStyles = { q: styles.q, exact: styles.exact } as const;

/** The epistemic band of a posterior, its mean and, if they are given, single functions. */
export function FunctionBand({ scales, of, x: inputs, summary, draws }: FunctionBandProps) {
  const { x, y } = scales;
  const { mean, epistemicLower, epistemicUpper } = summary;
  const band = area<number>()
    .x((i) => x(inputs[i]!))
    .y0((i) => y(epistemicLower[i]!))
    .y1((i) => y(epistemicUpper[i]!))(range(inputs.length));
  const curve = (values: Float64Array) =>
    line<number>()
      .x((i) => x(inputs[i]!))
      .y((i) => y(values[i]!))(range(inputs.length)) ?? '';
  const count = (draws?.length ?? 0) / inputs.length;
  return (
    <g className={bandStyles[of]}>
      <path className={styles.band} d={band ?? ''} />
      {range(count).map((draw) => (
        <path
          key={draw}
          className={styles.draw}
          d={curve(draws!.subarray(draw * inputs.length, (draw + 1) * inputs.length))}
        />
      ))}
      <path className={styles.mean} d={curve(mean)} />
    </g>
  );
}

/** The data of a curve. */
export function DataPoints({
  scales: { x, y },
  points,
}: {
  readonly scales: ChartScales;
  readonly points: readonly Point[];
}) {
  return points.map((point, i) => (
    <circle key={i} className={styles.point} cx={x(point.x[0]!)} cy={y(point.y)} r={3} />
  ));
}
