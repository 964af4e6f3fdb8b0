import type { CostUnit } from '../../experiment/document/experiment.ts';
import type { FreeEnergy } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { formatNumber, missing } from '../frame/format.ts';
import { formatMultiple, lastPlace, roundSum } from '../frame/formatSum.ts';

/** Units per nat. */
const perNat: Readonly<Record<CostUnit, number>> = { nats: 1, bits: 1 / Math.LN2 };

/** Costs below this are rounding errors of sums over weights and points. */
const MIN_NATS = 1e-3;

/** Converts nats; absolute values below MIN_NATS become 0. */
export function inUnits(nats: number, units: CostUnit): number {
  return Math.abs(nats) < MIN_NATS ? 0 : nats * perNat[units];
}

/** '12.3 nats', or '17.7 bits'. */
export function costText(nats: number, units: CostUnit): string {
  return withUnit(formatNumber(inUnits(nats, units)), units);
}

/** Appends the unit to a formatted number. */
export function withUnit(value: string, units: CostUnit): string {
  return units === 'nats' ? t('{value} nats', { value }) : t('{value} bits', { value });
}

/** The three costs of a run as they are shown. */
export interface CostTexts {
  readonly total: string;
  readonly complexity: string;
  readonly likelihood: string;
}

/** Both halves of an objective. */
export type Costs = Pick<FreeEnergy, 'complexityCost' | 'likelihoodCost'>;

/**
 * The costs in nats as texts in `units`, without the unit: complexity and likelihood cost add up to the total as they stand.
 * Every place that shows one of them uses these texts. Dashes without costs.
 */
export function costTexts(costs: Costs | null | undefined, units: CostUnit): CostTexts {
  const { complexityCost = Number.NaN, likelihoodCost = Number.NaN } = costs ?? {};
  return equationTexts(inUnits(complexityCost, units), inUnits(likelihoodCost, units));
}

/**
 * The same of costs that are in their unit already. Total and complexity cost are rounded to the nearest; the likelihood cost,
 * which is a mean over draws, takes the difference, at most one unit of the last digit.
 */
export function equationTexts(complexity: number, likelihood: number): CostTexts {
  const sum = complexity + likelihood;
  if (!Number.isFinite(sum)) return { total: missing, complexity: missing, likelihood: missing };
  const place = lastPlace(Math.max(...[complexity, likelihood, sum].map(Math.abs)));
  const rounded = roundEquation(complexity, likelihood, place);
  return {
    total: formatMultiple(rounded.total, place),
    complexity: formatMultiple(rounded.complexity, place),
    likelihood: formatMultiple(rounded.likelihood, place),
  };
}

/** Three costs, of which the first is the sum of the others. */
interface Equation {
  readonly total: number;
  readonly complexity: number;
  readonly likelihood: number;
}

/** The same as multiples of 10^place. */
function roundEquation(complexity: number, likelihood: number, place: number): Equation {
  const { total } = roundSum([complexity, likelihood], place);
  const { total: rounded } = roundSum([complexity], place);
  return { total, complexity: rounded, likelihood: total - rounded };
}

/** Significant digits of the costs in a data table. */
const TABLE_DIGITS = 5;

/** Shortens a row [step, total, complexity, likelihood] of the table of costs, so that the costs shown add up. */
export function shortenCosts([step = '', , complexity, likelihood]: readonly string[]): readonly string[] {
  const costs = roundedEquation(Number(complexity), Number(likelihood), TABLE_DIGITS);
  return [step, ...[costs.total, costs.complexity, costs.likelihood].map(String)];
}

/** The same as numbers, for tables in which every number has at most so many digits: they still add up. */
export function roundedEquation(complexity: number, likelihood: number, digits: number): Equation {
  const size = Math.max(...[complexity, likelihood, complexity + likelihood].map(Math.abs));
  const place = Math.max(lastPlace(size), size > 0 ? Math.floor(Math.log10(size)) - digits + 1 : 0);
  const { total, complexity: first, likelihood: second } = roundEquation(complexity, likelihood, place);
  const value = (multiple: number) => (place < 0 ? multiple / 10 ** -place : multiple * 10 ** place);
  return { total: value(total), complexity: value(first), likelihood: value(second) };
}
