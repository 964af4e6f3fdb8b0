import { t } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';
import type { Domain } from '../frame/stableRange.ts';

/** Expected rewards of one mushroom by the draws of an agent with a q, in rewards. */
export interface DrawnRewards {
  /** [draws], expected reward of eating. */
  readonly draws: ArrayLike<number>;
  /** By the draw that decided: expected reward of eating, and of leaving. */
  readonly eat: number;
  readonly leave: number;
  /** True expected reward of eating. */
  readonly expectedReward: number;
}

/** Always on the axis: contains both possible expected rewards, −15 and 5. */
const MIN_DOMAIN: Domain = [-20, 10];

/** Axis of rewards: contains all draws, rounded outwards to tens. */
export function rewardDomain({ draws, eat, leave }: DrawnRewards): Domain {
  const values = [...Array.from(draws), eat, leave].filter(Number.isFinite);
  return [
    Math.min(MIN_DOMAIN[0], 10 * Math.floor(Math.min(...values, 0) / 10)),
    Math.max(MIN_DOMAIN[1], 10 * Math.ceil(Math.max(...values, 0) / 10)),
  ];
}

/** Centre of a dot in pixels; `height` counts dots from the axis, 0 for the lowest. */
export interface Dot {
  readonly x: number;
  readonly height: number;
}

/** Assigns values to columns one dot wide and stacks them in order of value. */
export function stackDots(values: ArrayLike<number>, pixel: (value: number) => number, width: number): Dot[] {
  const heights = new Map<number, number>();
  return Array.from(values)
    .sort((a, b) => a - b)
    .map((value) => {
      const column = Math.round(pixel(value) / width);
      const height = heights.get(column) ?? 0;
      heights.set(column, height + 1);
      return { x: column * width, height };
    });
}

/** Text alternative of the plot. */
export function decisionSummary({ draws, eat, leave, expectedReward }: DrawnRewards): string {
  const positive = Array.from(draws).filter((draw) => draw > 0).length;
  const values = {
    count: draws.length,
    hopeful: positive,
    eat: formatNumber(eat),
    leave: formatNumber(leave),
    expectedReward: formatNumber(expectedReward),
  };
  return eat > leave
    ? t(
        'Expected reward of eating, {count} draws of the posterior: {hopeful} above 0. The draw that decides expects {eat} of eating and {leave} of leaving: eat. On average eating brings {expectedReward}.',
        values,
      )
    : t(
        'Expected reward of eating, {count} draws of the posterior: {hopeful} above 0. The draw that decides expects {eat} of eating and {leave} of leaving: leave. On average eating brings {expectedReward}.',
        values,
      );
}
