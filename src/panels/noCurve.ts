import type { Point } from '../datasets/dataset.ts';
import type { Task } from '../likelihoods/index.ts';
import { formatCount } from '../plots/format.ts';

/** What keeps data from a plot of one number against one input: in words, or null where nothing does. */
export function noCurveText(points: readonly Point[], task: Task): string | null {
  const inputs = points[0]?.x.length ?? 1;
  if (inputs === 1 && task === 'regression') return null;
  const classes = points.reduce((most, { y }) => Math.max(most, y + 1), 2);
  const target = task === 'regression' ? 'one number to predict' : `${classes} classes to tell apart`;
  return `This plot draws one number y against one input x. These data have ${formatCount(points.length, 'point')} with ${formatCount(inputs, 'input')} each, and ${target}.`;
}
