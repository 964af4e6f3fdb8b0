import { sortedQuantile } from '../../math/quantiles.ts';
import type { Point } from '../../model/datasets/index.ts';
import type { Yield } from '../engine/yield.ts';
import type { Problem } from '../problem/problem.ts';
import { fitDomain } from '../problem/scalers.ts';
import { classAnswers } from './classAnswers.ts';
import { curveGrid, observeCurve, rowPredictions } from './observeCurve.ts';
import type { TablePredictive } from './snapshot.ts';

/** Rows whose predictions are shown. */
const MAX_ROWS = 400;
/** How far a slice goes beyond the data, in multiples of their range on each side. */
const BEYOND = 0.25;

/** The rows whose predictions are shown: the first of those held out, or of the training rows where there are none. */
export function tableRows({ points, heldOut }: Pick<Problem, 'points' | 'heldOut'>): {
  readonly of: TablePredictive['of'];
  readonly rows: readonly Point[];
} {
  return heldOut.length > 0
    ? { of: 'held-out', rows: heldOut.slice(0, MAX_ROWS) }
    : { of: 'training', rows: points.slice(0, MAX_ROWS) };
}

/** Places along one input, every other one at its median over the training rows. */
export interface Slice {
  readonly input: number;
  readonly x: Float64Array;
  readonly places: readonly { readonly x: readonly number[] }[];
}

/** The slice that `prediction.slice` asks for. */
export function sliceOf({ points, inputCount, experiment }: Problem): Slice {
  const input = Math.min(experiment.prediction.slice, inputCount - 1);
  const column = (of: number) => points.map((point) => point.x[of]!);
  const medians = Array.from({ length: inputCount }, (_, of) =>
    sortedQuantile(Float64Array.from(column(of)).sort(), 0.5),
  );
  const x = curveGrid(fitDomain(column(input), BEYOND));
  return { input, x, places: Array.from(x, (value) => ({ x: medians.with(input, value) })) };
}

/** What the engine says of the rows and along the slice: [S′, places, outputCount] each; logNoise: [S′]. */
export interface TableOutputs {
  readonly rows: Float64Array;
  readonly slice: Float64Array;
  readonly logNoise: Float64Array;
}

/** p(y | x, D) of the rows of a table, and along one of its inputs. */
export async function observeTable(
  problem: Problem,
  slice: Slice,
  outputs: TableOutputs,
  yieldToMessages: Yield,
): Promise<TablePredictive> {
  const { of, rows } = tableRows(problem);
  const { input, x } = slice;
  const kind = 'table' as const;
  if (problem.classes === 0)
    return {
      kind,
      of,
      input,
      task: 'regression',
      rows: rowPredictions(problem, rows.length, outputs.rows, outputs.logNoise),
      slice: observeCurve(problem, x, outputs.slice, outputs.logNoise),
    };
  return {
    kind,
    of,
    input,
    task: 'classification',
    classes: problem.classes,
    rows: await classAnswers(problem, outputs.rows, rows.length, yieldToMessages),
    slice: { x, answers: await classAnswers(problem, outputs.slice, x.length, yieldToMessages) },
  };
}
