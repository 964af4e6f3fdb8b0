import type { Experiment } from '../experiment/document/experiment.ts';
import { areUnlikelyClasses } from '../import/classLabels.ts';
import type { UnseenLevel } from '../import/oneHot.ts';
import type { NoiseContradiction } from '../library/index.ts';
import { formatCount, formatList, optionValue, quote } from './commandFault.ts';
import type { LabelledPoints, TableFile } from './tableFile.ts';

/** One line for each column with words that the training table does not have; it names the first of them. */
export function unseenWarnings(unseen: readonly UnseenLevel[], file: string): readonly string[] {
  return [...new Set(unseen.map(({ column }) => column))].map((column) => {
    const [first, ...others] = unseen.filter((cell) => cell.column === column);
    const more = others.length > 0 ? `, as in ${formatCount(others.length)} more of its cells` : '';
    return `${file}: ${quote(first!.cell)} at row ${first!.row} column ${quote(column)} is not in the training table; the inputs of that column are all 0${more}`;
  });
}

/** What was left out of a table: row numbers without a name, and comments. */
export function tableWarnings(
  { file, table }: TableFile,
  { columns }: Pick<LabelledPoints, 'columns'>,
  { ignore }: { readonly ignore: readonly string[] },
): readonly string[] {
  const used = columns.map(({ name }) => name);
  const left = table.columns.find(({ isRowNames }) => isRowNames);
  const name = left ? left.header || left.name : '';
  const isSilent = !left || used.includes(name) || ignore.includes(name);
  const [comment, ...others] = table.comments;
  const more = others.length > 0 ? `, and ${formatCount(others.length)} more` : '';
  return [
    ...(isSilent
      ? []
      : [
          `${file}: column ${quote(name)} names or numbers the rows and is left out; to keep it: --inputs ${[name, ...used].map(optionValue).join(',')}`,
        ]),
    ...(comment === undefined ? [] : [`${file}: row ${comment}${more} is a comment and is left out`]),
  ];
}

/** Says that most classes have one row. */
export function classWarnings(
  { classes, points }: Pick<LabelledPoints, 'classes' | 'points'>,
  target: string,
  file: string,
): readonly string[] {
  if (!classes || !areUnlikelyClasses(classes.length, points.length)) return [];
  const counts = `${formatCount(classes.length)} classes in ${formatCount(points.length)} rows`;
  return [`${file}: column ${quote(target)} has ${counts}; are they classes?`];
}

/** Says which classes no training row has. */
export function addedClassWarnings(added: readonly string[], file: string): readonly string[] {
  return added.length === 0
    ? []
    : [`${file}: classes that no training row has: ${formatList(added)}; each has an output`];
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
