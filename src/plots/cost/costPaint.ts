import { area, line } from 'd3';
import type { Frame } from '../frame/frame.ts';
import type { Theme } from '../frame/theme.ts';
import type { CostStack } from './costPlot.ts';

/** Opacities of the areas, shared with the legend. */
export const costFills = { complexity: 0.42, likelihood: 0.2 } as const;

type Scale = (value: number) => number;

/** Paints both areas with their edges and the total as a bold line, clipped to the frame. */
export function paintCosts(
  context: CanvasRenderingContext2D,
  stacks: readonly CostStack[],
  frame: Frame,
  x: Scale,
  y: Scale,
  theme: Theme,
): void {
  context.beginPath();
  context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  context.clip();
  const overscan = frame.bottom - frame.top;
  const within = (cost: number) => Math.min(Math.max(y(cost), frame.top - overscan), frame.bottom + overscan);
  const parts = [
    { part: 'likelihood', color: theme.data },
    { part: 'complexity', color: theme.posterior },
  ] as const;
  for (const { part, color } of parts) {
    context.fillStyle = color;
    context.strokeStyle = color;
    context.globalAlpha = costFills[part];
    context.beginPath();
    area<CostStack>()
      .x(({ step }) => x(step))
      .y0((stack) => within(stack[part][0]))
      .y1((stack) => within(stack[part][1]))
      .context(context)(stacks as CostStack[]);
    context.fill();
    context.globalAlpha = 0.9;
    context.lineWidth = theme.stroke;
    context.setLineDash(part === 'likelihood' ? [4 * theme.stroke, 3 * theme.stroke] : []);
    context.beginPath();
    line<CostStack>()
      .x(({ step }) => x(step))
      .y((stack) => within(stack[part][1]))
      .context(context)(stacks as CostStack[]);
    context.stroke();
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
  context.strokeStyle = theme.ink;
  context.lineWidth = 2.25 * theme.stroke;
  context.beginPath();
  line<CostStack>()
    .x(({ step }) => x(step))
    .y(({ total }) => within(total))
    .context(context)(stacks as CostStack[]);
  context.stroke();
  const only = stacks.length === 1 ? stacks[0] : undefined;
  if (!only) return;
  context.fillStyle = theme.ink;
  context.beginPath();
  context.arc(x(only.step), within(only.total), 3 * theme.stroke, 0, 2 * Math.PI);
  context.fill();
}
