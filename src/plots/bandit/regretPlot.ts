import { line } from 'd3';
import { t } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';
import { type Domain, growLogDomain, settleDomain } from '../frame/stableRange.ts';

export type RegretScale = 'linear' | 'logarithmic';

/** How one agent's line is drawn: never by colour alone. */
export interface RegretStyle {
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
}

/** Cumulative regret of one agent. */
export interface RegretLine {
  readonly name: string;
  /** After interactions 1, 2, …; in rewards, ascending. */
  readonly totals: readonly number[];
  readonly style: RegretStyle;
}

/** The smallest regret above none: an edible mushroom left. Where a logarithmic axis begins. */
const MIN_REGRET = 5;

/** Interactions that an axis shows at least. */
const FEWEST = 50;

/** What the axis of interactions shows: from 0, or from 1 on a logarithmic one. */
export function interactionDomain(interactions: number, scale: RegretScale): Domain {
  return [scale === 'linear' ? 0 : 1, Math.max(FEWEST, interactions)];
}

/** What the axis of regret shows: all of it, and still while that fits. */
export function settleRegret(scale: RegretScale): (previous: Domain | null, wanted: number) => Domain {
  return (previous, wanted) =>
    scale === 'linear'
      ? settleDomain(previous, [0, Math.max(wanted, 10 * MIN_REGRET)])
      : growLogDomain(previous, [MIN_REGRET, Math.max(wanted, 20 * MIN_REGRET)]);
}

/**
 * One line as an SVG path: a point a pixel column at most, the last always. On a linear axis it starts from no regret
 * after no interactions; on a logarithmic one, where regret begins.
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

/** Interactions at which a table shows the totals: 1, 2, 5 × 10ᵏ, and the last. */
export function tableRows(interactions: number): readonly number[] {
  const rows: number[] = [];
  for (let power = 1; power <= interactions; power *= 10)
    for (const step of [1, 2, 5]) if (step * power < interactions) rows.push(step * power);
  return interactions > 0 ? [...rows, interactions] : rows;
}

/** Mean regret of each of the last `count` interactions, or of all if there were fewer; NaN without any. */
export function recentRegret(totals: readonly number[], count: number): number {
  const recent = Math.min(count, totals.length);
  return ((totals.at(-1) ?? 0) - (totals[totals.length - recent - 1] ?? 0)) / recent;
}

/** The plot in words, least regret first. */
export function regretSummary(lines: readonly RegretLine[]): string {
  const interactions = lines[0]?.totals.length ?? 0;
  if (interactions === 0) return t('Cumulative regret of the agents: no mushrooms yet.');
  const ranked = [...lines].sort((a, b) => a.totals.at(-1)! - b.totals.at(-1)!);
  const said = ranked.map(({ name, totals }) => `${name} ${formatNumber(totals.at(-1)!)}`);
  return t(
    'Cumulative regret after {count, plural, one {# mushroom} other {# mushrooms}}, least first: {regrets}.',
    { count: interactions, regrets: said.join(', ') },
  );
}
