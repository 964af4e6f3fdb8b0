import type { Point } from '../datasets/dataset.ts';
import type { Task } from '../likelihoods/index.ts';
import { formatCount } from '../plots/format.ts';

/** What keeps data from a picture of their predictions, in words. */
export function noPictureText(points: readonly Point[], task: Task): string {
  const inputs = points[0]?.x.length ?? 1;
  const classes = points.reduce((most, { y }) => Math.max(most, y + 1), 2);
  const target = task === 'regression' ? 'one number to predict' : `${classes} classes to tell apart`;
  return `Drawn are one number against one input, and classes over two inputs. These data have ${formatCount(points.length, 'point')} with ${formatCount(inputs, 'input')} each, and ${target}.`;
}
