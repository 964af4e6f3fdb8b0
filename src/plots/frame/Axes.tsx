import { memo } from 'react';
import { powerOfTen } from './format.ts';
import type { Frame } from './frame.ts';
import styles from './Plot.module.css';
import type { Tick } from './ticks.ts';

interface AxesProps {
  readonly frame: Frame;
  readonly fontSize: number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** Labels with units; '' for none. */
  readonly xLabel: string;
  readonly yLabel: string;
  /** Whether to draw horizontal rules at the y ticks. */
  readonly grid?: boolean;
}

/** The common power of ten of an axis as text after its label: ' × 10³'; '' if it is 0. */
function unitOf(ticks: readonly Tick[]): string {
  const power = ticks[0]?.power ?? 0;
  return power === 0 ? '' : ` (× ${powerOfTen(power)})`;
}

/** Both axes of a plot: ticks and labels below and to the left, with arrows in the direction of increase. */
export const Axes = memo(function Axes(props: AxesProps) {
  const { frame, fontSize, xTicks, yTicks, x, y, xLabel, yLabel, grid = true } = props;
  const { left, right, top, bottom, height } = frame;
  return (
    <g aria-hidden="true" className={styles.axes}>
      {yTicks.map(({ value, label }) => (
        <g key={value} transform={`translate(0,${y(value)})`}>
          {grid && <line x1={left} x2={right} className={styles.grid} />}
          <line x1={left - 4} x2={left} className={styles.tick} />
          <text x={left - 7} dy="0.34em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {xTicks.map(({ value, label }) => (
        <g key={value} transform={`translate(${x(value)},${bottom})`}>
          <line y2={4} className={styles.tick} />
          <text y={6 + 0.85 * fontSize} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <path
        d={yTicks.length > 0 ? `M${left},${top}V${bottom}H${right}` : `M${left},${bottom}H${right}`}
        className={styles.axis}
      />
      {xLabel && (
        <text x={right} y={height - 0.35 * fontSize} textAnchor="end" className={styles.axisLabel}>
          {`${xLabel}${unitOf(xTicks)} →`}
        </text>
      )}
      {yLabel && (
        <text x={2} y={fontSize} className={styles.axisLabel}>
          {`↑ ${yLabel}${unitOf(yTicks)}`}
        </text>
      )}
    </g>
  );
});
