import { sortedQuantile } from '../../math/quantiles.ts';
import type { Point } from '../../model/datasets/index.ts';
import type { Problem } from '../problem/problem.ts';
import { fitDomain, scalersPerInput } from '../problem/scalers.ts';
import { splitPoints } from '../problem/split.ts';
import { classAnswers } from './classAnswers.ts';
import { CURVE_PLACES, curveGrid, observeCurve, rowPredictions } from './observeCurve.ts';
import type { InputRow, PictureContext, PictureDefinition } from './pictureDefinition.ts';
import { chosenDomains, countClasses, ownNames } from './points.ts';
import type { TablePredictive } from './snapshot.ts';

/** Rows whose predictions are shown. */
const MAX_ROWS = 400;
/** How far a slice extends beyond the data on each side, in multiples of their range. */
const SLICE_MARGIN = 0.25;

/** Custom rows, with any number of inputs. */
export const table: PictureDefinition = {
  split: ({ dataset, seed }) => splitPoints(dataset.points, dataset.testFraction, seed),
  domains: (experiment, points) => chosenDomains(experiment, points, ({ y }) => y),
  classCount: countClasses,
  scalers: (points, inputCount, [xDomain]) => scalersPerInput(points, inputCount, [xDomain]),
  names: ownNames,
  plottedRows: CURVE_PLACES,
  observe: observeTable,
  neuronAxes: () => null,
  freshPoints: () => null,
  heldOutAnswers: () => null,
};

/** The rows whose predictions are shown: the first held-out rows, or the first training rows where none is held out. */
export function tableRows({ points, heldOut }: Pick<Problem, 'points' | 'heldOut'>): {
  readonly of: TablePredictive['of'];
  readonly rows: readonly Point[];
} {
  return heldOut.length > 0
    ? { of: 'held-out', rows: heldOut.slice(0, MAX_ROWS) }
    : { of: 'training', rows: points.slice(0, MAX_ROWS) };
}

/** Places along one input, all other inputs at their medians over the training rows. */
interface Slice {
  readonly input: number;
  readonly x: Float64Array;
  readonly places: readonly InputRow[];
}

/** The slice along the input `prediction.slice`. */
function sliceOf({ points, inputCount, experiment }: Problem): Slice {
  const input = Math.min(experiment.prediction.slice, inputCount - 1);
  const column = (of: number) => points.map((point) => point.x[of]!);
  const medians = Array.from({ length: inputCount }, (_, of) =>
    sortedQuantile(Float64Array.from(column(of)).sort(), 0.5),
  );
  const x = curveGrid(fitDomain(column(input), SLICE_MARGIN));
  return { input, x, places: Array.from(x, (value) => ({ x: medians.with(input, value) })) };
}

/** p(y | x, D) of the rows of a table, and along one of its inputs. */
async function observeTable({
  problem,
  outputsAt,
  logNoise,
  yieldToMessages,
}: PictureContext): Promise<TablePredictive> {
  const { of, rows } = tableRows(problem);
  const { input, x, places } = sliceOf(problem);
  const atRows = await outputsAt(rows);
  const alongSlice = await outputsAt(places);
  if (problem.classes === 0)
    return {
      kind: 'table',
      of,
      input,
      task: 'regression',
      rows: rowPredictions(problem, rows.length, atRows, logNoise),
      slice: observeCurve(problem, x, alongSlice, logNoise),
    };
  return {
    kind: 'table',
    of,
    input,
    task: 'classification',
    classes: problem.classes,
    rows: await classAnswers(problem, atRows, rows.length, yieldToMessages),
    slice: { x, answers: await classAnswers(problem, alongSlice, x.length, yieldToMessages) },
  };
}
