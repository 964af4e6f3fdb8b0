import type { Experiment } from '../experiment/document/experiment.ts';
import type { UnseenLevel } from '../import/oneHot.ts';
import type { NoiseContradiction } from '../library/index.ts';
import { formatCount, quote } from './commandFault.ts';

/** One line for each column with words that the training table does not have; it names the first of them. */
export function unseenWarnings(unseen: readonly UnseenLevel[], file: string): readonly string[] {
  return [...new Set(unseen.map(({ column }) => column))].map((column) => {
    const [first, ...others] = unseen.filter((cell) => cell.column === column);
    const more = others.length > 0 ? `, as in ${formatCount(others.length)} more of its cells` : '';
    return `${file}: ${quote(first!.cell)} at row ${first!.row} column ${quote(column)} is not in the training table; the inputs of that column are all 0${more}`;
  });
}

/** Says that the residuals contradict the fixed noise, and what to set. */
export function noiseWarning(
  { likelihood, prediction }: Experiment,
  { ratio, standardError, noise }: NoiseContradiction,
  { coverage }: { readonly n: number; readonly coverage?: number },
): string {
  const percent = (share: number) => `${Number((100 * share).toPrecision(2))} %`;
  const covered =
    coverage === undefined
      ? ''
      : `, so the ${percent(prediction.interval)} band holds ${percent(coverage)} of the training points`;
  const remedy = ratio > 1 ? 'train longer, or set' : 'set';
  return `the residuals are ${formatNumber(ratio)} ± ${formatNumber(standardError)} times the fixed noise ${formatNumber(likelihood.noise)}${covered}: ${remedy} likelihood.learn to true or likelihood.noise to ${formatNumber(noise)}`;
}

/** Two significant digits. */
function formatNumber(value: number): string {
  return String(Number(value.toPrecision(2)));
}
