import { uniform } from '../../math/random.ts';
import type { CurveDataset } from './dataset.ts';
import { noisyFunction } from './noisyFunction.ts';

const mean = (x: number): number => 0.8 * Math.cos(2.2 * x + 0.6);

export const twoClusters: CurveDataset = {
  kind: 'curve',
  label: 'Two clusters',
  teaches: 'Between two far clusters a mean-field posterior is surer than it should be.',
  source: 'After Foong et al. 2020, in one dimension',
  task: 'regression',
  xLabel: 'x',
  yLabel: 'y',
  xDomain: [-4, 4],
  yDomain: [-3, 3],
  likelihood: { noise: 0.1, learn: false },
  generated: { size: 40, noise: 0.1, noiseLabel: 'Noise sd' },
  points: (random, size, noise) =>
    noisyFunction(
      random,
      size,
      (source) => (source() < 0.5 ? uniform(source, -2, -1.3) : uniform(source, 1.3, 2)),
      mean,
      () => noise,
    ),
  mean,
};
