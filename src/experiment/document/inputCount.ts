import { datasets } from '../../model/datasets/index.ts';
import type { Experiment } from './experiment.ts';

/** Inputs of the network that an experiment asks for: numbers of each row of its data. Classes without a point are of the plane. */
export function inputCountOf({ dataset: { id, points, task }, network }: Experiment): number {
  if (id === 'custom') return points[0]?.x.length ?? (task === 'classification' ? 2 : 1);
  const dataset = datasets[id];
  if (dataset.kind === 'images') return dataset.height * dataset.width;
  if (dataset.kind === 'sequence') return network.window;
  return dataset.kind === 'plane' ? 2 : 1;
}
