import { useMemo } from 'react';
import { createScales, type PlotScales } from '../predictive/predictivePlot.ts';
import { axisMargins, createFrame, type Frame, type Size } from './frame.ts';
import type { Domain } from './stableRange.ts';
import type { Theme } from './theme.ts';
import { horizontalTicks, type Tick, verticalTicks } from './ticks.ts';

/** Frame, scales and ticks of a plot with two linear axes. */
export interface PlotLayout {
  readonly frame: Frame;
  readonly scales: PlotScales;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

/** Null until size and theme are known. Domains are compared by their numbers. */
export function usePlotLayout(
  size: Size | null,
  theme: Theme | null,
  [xLow, xHigh]: Domain,
  [yLow, yHigh]: Domain,
): PlotLayout | null {
  return useMemo(() => {
    if (!size || !theme) return null;
    const { fontSize } = theme;
    const frame = createFrame(size, fontSize, axisMargins);
    return {
      frame,
      scales: createScales(frame, [xLow, xHigh], [yLow, yHigh]),
      xTicks: horizontalTicks([xLow, xHigh], frame.right - frame.left, fontSize),
      yTicks: verticalTicks([yLow, yHigh], frame.bottom - frame.top, fontSize),
    };
  }, [size, theme, xLow, xHigh, yLow, yHigh]);
}
