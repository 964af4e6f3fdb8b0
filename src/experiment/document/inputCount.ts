import { datasets } from '../../model/datasets/index.ts';
import type { Experiment } from './experiment.ts';

/** Number of inputs of the network: numbers in each row of the data. Custom classes without points have two inputs. */
export function inputCountOf({ dataset: { id, points, task }, network }: Experiment): number {
  if (id === 'custom') return points[0]?.x.length ?? (task === 'classification' ? 2 : 1);
  const dataset = datasets[id];
  if (dataset.kind === 'images') return dataset.height * dataset.width;
  if (dataset.kind === 'sequence') return network.window;
  return dataset.kind === 'plane' ? 2 : 1;
}
