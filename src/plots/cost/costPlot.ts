import { quantile } from 'd3';
import type { CostUnit } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import type { CostWords } from '../../model/methods/costs.ts';
import { formatNumber } from '../frame/format.ts';
import type { Domain } from '../frame/stableRange.ts';
import { equationTexts, inUnits, withUnit } from './costUnits.ts';

/** Both parts of the free energy at one step. */
export interface CostEntry {
  readonly step: number;
  readonly complexityCost: number;
  readonly likelihoodCost: number;
}

/** Vertical intervals of the parts at one step, [from, to] in cost. */
export interface CostStack {
  readonly step: number;
  readonly complexity: Domain;
  readonly likelihood: Domain;
  readonly total: number;
}

/** Converts a history from nats. */
export function convertHistory(history: readonly CostEntry[], units: CostUnit): readonly CostEntry[] {
  return history.map(({ step, complexityCost, likelihoodCost }) => ({
    step,
    complexityCost: inUnits(complexityCost, units),
    likelihoodCost: inUnits(likelihoodCost, units),
  }));
}

/**
 * Stacks signed parts so that their thicknesses add up to the total: complexity starts at 0, likelihood on top of it.
 * A negative part (a density above 1 makes −log p negative) hangs below 0, and the total line runs inside the areas.
 * Intervals are [from, to], with to < from where negative.
 */
export function stackCosts({ step, complexityCost, likelihoodCost }: CostEntry): CostStack {
  const base = Math.sign(complexityCost) === Math.sign(likelihoodCost) ? complexityCost : 0;
  return {
    step,
    complexity: [0, complexityCost],
    likelihood: [base, base + likelihoodCost],
    total: complexityCost + likelihoodCost,
  };
}

/**
 * Finite entries, at most about `most`: every 2ᵏ-th and the last. With a power of two the selected steps stay the
 * same while the history grows, so curves do not flicker.
 */
export function thinHistory(history: readonly CostEntry[], most: number): CostEntry[] {
  const stride = 2 ** Math.max(0, Math.ceil(Math.log2(history.length / Math.max(1, most))));
  return history.filter(
    ({ step, complexityCost, likelihoodCost }, index) =>
      (index % stride === 0 || index === history.length - 1) &&
      Number.isFinite(step + complexityCost + likelihoodCost),
  );
}

/**
 * Smallest cost axis: contains 0, the current costs, and 98 % of the later half of the run. The first steps are
 * excluded, because they are often 100 times larger. Null without finite costs.
 */
export function wantedCosts(stacks: readonly CostStack[]): Domain | null {
  const last = stacks.at(-1);
  if (!last) return null;
  const recent = stacks.filter(({ step }) => step >= last.step / 2);
  const tops = recent.map(({ complexity, likelihood }) => Math.max(0, complexity[1], likelihood[1]));
  const bottoms = recent.map(({ complexity, likelihood }) => Math.min(0, complexity[1], likelihood[1]));
  return [
    Math.min(quantile(bottoms, 0.02) ?? 0, last.complexity[1], last.likelihood[1]),
    Math.max(quantile(tops, 0.98) ?? 0, last.complexity[1], last.likelihood[1]),
  ];
}

/** Union of the axes that several runs need; null if none has costs. */
export function sharedCosts(runs: readonly (readonly CostStack[])[]): Domain | null {
  const wanted = runs.flatMap((stacks) => wantedCosts(stacks) ?? []);
  return wanted.length === 0 ? null : [Math.min(...wanted), Math.max(...wanted)];
}

/**
 * Note about costs above the axis, in the longest form that fits into `room` characters: 'early steps reach 12,400
 * nats, above this plot'. Null if nothing is cut off.
 */
export function clippingNote(
  stacks: readonly CostStack[],
  domain: Domain,
  room: number,
  units: CostUnit,
): string | null {
  const highest = stacks.reduce(
    (most, { complexity, likelihood }) => Math.max(most, complexity[1], likelihood[1]),
    0,
  );
  if (!(highest > domain[1])) return null;
  const reached = formatNumber(highest);
  const notes = [
    t('↑ early steps reach {cost}, above this plot', { cost: withUnit(reached, units) }),
    t('↑ early steps reach {cost}', { cost: reached }),
    `↑ ${reached}`,
  ];
  return notes.find((note) => note.length <= room) ?? null;
}

/** Text alternative of the plot. */
export function costSummary(history: readonly CostEntry[], words: CostWords, units: CostUnit): string {
  const finite = thinHistory(history, history.length);
  const [first, last] = [finite[0], finite.at(-1)];
  if (!first || !last) return t('{cost} over the run: no steps yet.', { cost: t(words.title) });
  const { step, complexityCost, likelihoodCost } = last;
  const total = complexityCost + likelihoodCost;
  const start = first.complexityCost + first.likelihoodCost;
  const texts = equationTexts(complexityCost, likelihoodCost);
  const values = {
    cost: t(words.title),
    step,
    total: withUnit(texts.total, units),
    complexity: t(words.complexity.long),
    complexityCost: texts.complexity,
    likelihood: t(words.likelihood.long),
    likelihoodCost: texts.likelihood,
  };
  if (first.step === step)
    return t(
      '{cost} after {step, plural, one {# step} other {# steps}}: {total}, of which {complexity} {complexityCost} and {likelihood} {likelihoodCost}.',
      values,
    );
  const fromStart = { ...values, start: formatNumber(start), first: formatNumber(first.step) };
  return total < start
    ? t(
        '{cost} after {step, plural, one {# step} other {# steps}}: {total}, down from {start} at step {first}, of which {complexity} {complexityCost} and {likelihood} {likelihoodCost}.',
        fromStart,
      )
    : t(
        '{cost} after {step, plural, one {# step} other {# steps}}: {total}, up from {start} at step {first}, of which {complexity} {complexityCost} and {likelihood} {likelihoodCost}.',
        fromStart,
      );
}
