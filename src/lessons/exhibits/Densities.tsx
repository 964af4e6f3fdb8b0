import { line, scaleLinear } from 'd3';
import { useMemo } from 'react';
import { Axes } from '../../plots/frame/Axes.tsx';
import { Figure } from '../../plots/frame/Figure.tsx';
import { createFrame, type Frame } from '../../plots/frame/frame.ts';
import plot from '../../plots/frame/Plot.module.css';
import { niceCeiling } from '../../plots/frame/stableRange.ts';
import { horizontalTicks } from '../../plots/frame/ticks.ts';
import { usePlotArea } from '../../plots/frame/usePlotArea.ts';
import styles from './Densities.module.css';

/** One density over a common grid. */
export interface DensityLine {
  /** Determines its colour and dash. */
  readonly concept: 'prior' | 'posterior' | 'alternative' | 'data' | 'exact';
  readonly label: string;
  readonly values: ArrayLike<number>;
}

interface DensitiesProps {
  /** Ascending. */
  readonly x: ArrayLike<number>;
  readonly lines: readonly DensityLine[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly summary: string;
  /** Vertical marks, with a label each: values of x. */
  readonly marks?: readonly { readonly x: number; readonly label: string }[];
  /** Minimum height of the drawing in multiples of the font size. */
  readonly minHeight?: number;
}

/** Several densities over one axis, distinguished by fill, dash and label as well as by colour. */
export function Densities({ x, lines, xLabel, yLabel, summary, marks = [], minHeight }: DensitiesProps) {
  const { setHost, size, theme } = usePlotArea();
  const top = niceCeiling(lines.reduce((most, { values }) => Math.max(most, highest(values)), 0));
  const [low, high] = [x[0] as number, x[x.length - 1] as number];
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, { left: 0.8, right: 0.8, top: 1.9, bottom: 3.1 });
    return {
      frame,
      fontSize: theme.fontSize,
      x: scaleLinear([low, high], [frame.left, frame.right]),
      y: scaleLinear([0, top], [frame.bottom, frame.top]),
      ticks: horizontalTicks([low, high], frame.right - frame.left, theme.fontSize),
    };
  }, [size, theme, low, high, top]);
  const path = (values: ArrayLike<number>) => {
    if (!layout) return '';
    const at = Array.from(values, (value, i): [number, number] => [
      layout.x(x[i] as number),
      layout.y(value),
    ]);
    return line()(at) ?? '';
  };
  return (
    <Figure
      still
      summary={summary}
      areaRef={setHost}
      {...(minHeight === undefined ? {} : { minHeight })}
      legend={
        <ul className={plot.legend}>
          {lines.map(({ concept, label }) => (
            <li key={label}>
              <svg viewBox="0 0 24 13" aria-hidden="true">
                <path className={styles[concept]} d="M0,12V1H24V12" />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      }
    >
      {layout && (
        <svg aria-hidden="true">
          {lines.map(({ concept, label, values }) => (
            <g key={label}>
              <path className={`${styles[concept]} ${styles.area}`} d={closed(path(values), layout)} />
              <path className={`${styles[concept]} ${styles.line}`} d={path(values)} />
            </g>
          ))}
          <Axes
            frame={layout.frame}
            fontSize={layout.fontSize}
            xTicks={layout.ticks}
            yTicks={[]}
            x={layout.x}
            y={() => layout.frame.bottom}
            xLabel={xLabel}
            yLabel={yLabel}
          />
          {marks.map((mark) => (
            <g key={mark.label}>
              <path
                className={styles.mark}
                d={`M${layout.x(mark.x)},${layout.frame.top}V${layout.frame.bottom}`}
              />
              <text
                className={`${plot.note} ${plot.halo}`}
                x={layout.x(mark.x) + 5}
                y={layout.frame.top + layout.fontSize}
              >
                {mark.label}
              </text>
            </g>
          ))}
        </svg>
      )}
    </Figure>
  );
}

/** Continues a curve over the whole frame down to the baseline, so that what is filled is the area below it. */
function closed(curve: string, { frame }: { readonly frame: Frame }): string {
  return `${curve}V${frame.bottom}H${frame.left}Z`;
}

function highest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i] as number);
  return most;
}
