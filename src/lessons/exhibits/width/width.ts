import { curveGrid } from '../../../experiment/pictures/observeCurve.ts';
import type { Problem } from '../../../experiment/problem/problem.ts';
import { interpolate } from '../../../math/interpolate.ts';
import { mean } from '../../../math/moments.ts';
import { decoded } from '../../trained/checkpointFile.ts';
import { type FunctionSummary, type WidthRun, widthFiles } from '../../trained/widths.ts';

/** The stored runs, by ascending width. */
export async function openWidths(): Promise<readonly WidthRun[]> {
  const files = await Promise.all(Object.values(widthFiles).map((load) => load()));
  return files.map((file) => decoded(file.default) as WidthRun);
}

/** Root mean square of y − E[f(x)] over the data: how far the mean of a posterior is from the points. */
export function distanceFromData({ points, xDomain }: Problem, summary: FunctionSummary): number {
  const x = curveGrid(xDomain);
  return Math.sqrt(mean(points.map((point) => (point.y - interpolate(x, summary.mean, point.x[0]!)) ** 2)));
}

/** Standard deviation of y in the data: the same distance for a mean that is flat. */
export function distanceOfFlatMean({ points }: Problem): number {
  const centre = mean(points.map(({ y }) => y));
  return Math.sqrt(mean(points.map(({ y }) => (y - centre) ** 2)));
}
