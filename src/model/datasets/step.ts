import { uniform } from '../../math/random.ts';
import type { CurveDataset } from './dataset.ts';
import { noisyFunction } from './noisyFunction.ts';

const mean = (x: number): number => (x < 0 ? -1 : 1);

export const step: CurveDataset = {
  kind: 'curve',
  label: 'Step function',
  teaches:
    'A smooth function cannot follow a jump: beside it the mean is off by far more than the width of the band.',
  source: 'Made for this page',
  task: 'regression',
  xLabel: 'x',
  yLabel: 'y',
  xDomain: [-4, 4],
  yDomain: [-2.5, 2.5],
  likelihood: { noise: 0.15, learn: false },
  generated: { size: 60, noise: 0.15, noiseLabel: 'Noise sd' },
  points: (random, size, noise) =>
    noisyFunction(
      random,
      size,
      (source) => uniform(source, -2.2, 2.2),
      mean,
      () => noise,
    ),
  mean,
};
