import { line } from 'd3';
import { t } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';
import { type Domain, growLogDomain, settleDomain } from '../frame/stableRange.ts';

export type RegretScale = 'linear' | 'logarithmic';

/** Line style of one agent; agents differ in more than colour. */
export interface RegretStyle {
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
}

/** Cumulative regret of one agent. */
export interface RegretLine {
  readonly name: string;
  /** [interactions], total after each, in rewards; non-decreasing. */
  readonly totals: readonly number[];
  readonly style: RegretStyle;
}

/** Lower end of the logarithmic axis: the smallest regret above 0, for leaving an edible mushroom. */
const MIN_REGRET = 5;

/** Smallest number of interactions on the axis. */
const MIN_INTERACTIONS = 50;

/** Axis of interactions; starts at 0, or at 1 if logarithmic. */
export function interactionDomain(interactions: number, scale: RegretScale): Domain {
  return [scale === 'linear' ? 0 : 1, Math.max(MIN_INTERACTIONS, interactions)];
}

/** Axis of regret; keeps the previous one while all values fit. */
export function settleRegret(scale: RegretScale): (previous: Domain | null, wanted: number) => Domain {
  return (previous, wanted) =>
    scale === 'linear'
      ? settleDomain(previous, [0, Math.max(wanted, 10 * MIN_REGRET)])
      : growLogDomain(previous, [MIN_REGRET, Math.max(wanted, 20 * MIN_REGRET)]);
}

/**
 * SVG path of one line with at most one point per pixel column, always including the last. Linear: starts at (0, 0).
 * Logarithmic: starts where regret is positive.
 */
export function regretPath(
  totals: readonly number[],
  scale: RegretScale,
  x: (interactions: number) => number,
  y: (regret: number) => number,
): string {
  const points: [number, number][] = scale === 'linear' ? [[x(0), y(0)]] : [];
  totals.forEach((total, index) => {
    if (scale === 'logarithmic' && total < MIN_REGRET) return;
    const point: [number, number] = [x(index + 1), y(total)];
    const before = points.at(-1);
    const sameColumn = before && points.length > 1 && Math.round(before[0]) === Math.round(point[0]);
    if (sameColumn) points[points.length - 1] = point;
    else points.push(point);
  });
  return line()(points) ?? '';
}

/** Interactions listed in the table: 1, 2, 5 × 10ᵏ, and the last. */
export function tableRows(interactions: number): readonly number[] {
  const rows: number[] = [];
  for (let power = 1; power <= interactions; power *= 10)
    for (const step of [1, 2, 5]) if (step * power < interactions) rows.push(step * power);
  return interactions > 0 ? [...rows, interactions] : rows;
}

/** Mean regret over the last `count` interactions, or over all of them if there are fewer; NaN without any. */
export function recentRegret(totals: readonly number[], count: number): number {
  const recent = Math.min(count, totals.length);
  return ((totals.at(-1) ?? 0) - (totals[totals.length - recent - 1] ?? 0)) / recent;
}

/** Text alternative of the plot, agents in order of regret. */
export function regretSummary(lines: readonly RegretLine[]): string {
  const interactions = lines[0]?.totals.length ?? 0;
  if (interactions === 0) return t('Cumulative regret of the agents: no mushrooms yet.');
  const ranked = [...lines].sort((a, b) => a.totals.at(-1)! - b.totals.at(-1)!);
  const texts = ranked.map(({ name, totals }) => `${name} ${formatNumber(totals.at(-1)!)}`);
  return t(
    'Cumulative regret after {count, plural, one {# mushroom} other {# mushrooms}}, least first: {regrets}.',
    { count: interactions, regrets: texts.join(', ') },
  );
}
