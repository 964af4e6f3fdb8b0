import { type ScaleLinear, scaleLinear } from 'd3';
import { type ReactNode, useId, useMemo } from 'react';
import { Axes } from '../../plots/frame/Axes.tsx';
import { Figure } from '../../plots/frame/Figure.tsx';
import { axisMargins, createFrame, type Frame } from '../../plots/frame/frame.ts';
import type { Domain } from '../../plots/frame/stableRange.ts';
import { horizontalTicks, verticalTicks } from '../../plots/frame/ticks.ts';
import { usePlotArea } from '../../plots/frame/usePlotArea.ts';

/** Geometry of a chart: the scales of both axes in pixels, and the frame. */
export interface ChartScales {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly frame: Frame;
  readonly fontSize: number;
}

interface ChartProps {
  readonly xDomain: Domain;
  readonly yDomain: Domain;
  readonly xLabel: string;
  readonly yLabel: string;
  /** The picture in words. */
  readonly summary: string;
  readonly legend?: ReactNode;
  /** Minimum height of the drawing in multiples of the font size. */
  readonly minHeight?: number;
  /** Square: both axes have the same units, so that a circle looks like one. */
  readonly square?: boolean;
  /** The marks, clipped to the frame. */
  readonly children: (scales: ChartScales) => ReactNode;
}

/** Two axes with fixed domains: the base of the small plots of exhibits. */
export function Chart(props: ChartProps) {
  const { xDomain, yDomain, xLabel, yLabel, summary, legend, minHeight, square = false, children } = props;
  const { setHost, size, theme } = usePlotArea();
  const clip = useId();
  const [[left, right], [low, high]] = [xDomain, yDomain];
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const { fontSize } = theme;
    const whole = createFrame(size, fontSize, axisMargins);
    const frame = square
      ? { ...whole, right: Math.min(whole.right, whole.left + whole.bottom - whole.top) }
      : whole;
    const x = scaleLinear([left, right], [frame.left, frame.right]);
    const y = scaleLinear([low, high], [frame.bottom, frame.top]);
    return {
      scales: { x, y, frame, fontSize },
      xTicks: horizontalTicks([left, right], frame.right - frame.left, fontSize),
      yTicks: verticalTicks([low, high], frame.bottom - frame.top, fontSize),
    };
  }, [size, theme, left, right, low, high, square]);
  return (
    <Figure
      still
      summary={summary}
      areaRef={setHost}
      {...(legend === undefined ? {} : { legend })}
      {...(minHeight === undefined ? {} : { minHeight })}
    >
      {layout && (
        <svg aria-hidden="true">
          <clipPath id={clip}>
            <rect
              x={layout.scales.frame.left}
              y={layout.scales.frame.top}
              width={layout.scales.frame.right - layout.scales.frame.left}
              height={layout.scales.frame.bottom - layout.scales.frame.top}
            />
          </clipPath>
          <Axes
            frame={layout.scales.frame}
            fontSize={layout.scales.fontSize}
            xTicks={layout.xTicks}
            yTicks={layout.yTicks}
            x={layout.scales.x}
            y={layout.scales.y}
            xLabel={xLabel}
            yLabel={yLabel}
          />
          <g clipPath={`url(#${clip})`}>{children(layout.scales)}</g>
        </svg>
      )}
    </Figure>
  );
}
