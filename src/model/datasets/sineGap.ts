import { uniform } from '../../math/random.ts';
import type { CurveDataset } from './dataset.ts';
import { noisyFunction } from './noisyFunction.ts';

const mean = (x: number): number => Math.sin(1.5 * x);

export const sineGap: CurveDataset = {
  kind: 'curve',
  label: 'Sine with a gap',
  teaches: 'The band should open in the gap. With mean field it hardly does: compare with HMC.',
  source: 'Made for this page',
  task: 'regression',
  xLabel: 'x',
  yLabel: 'y',
  xDomain: [-7, 7],
  yDomain: [-3, 3],
  likelihood: { noise: 0.15, learn: false },
  generated: { size: 60, noise: 0.15, noiseLabel: 'Noise sd' },
  points: (random, size, noise) =>
    noisyFunction(
      random,
      size,
      (source) => (source() < 0.5 ? uniform(source, -4, -1.2) : uniform(source, 1.2, 4)),
      mean,
      () => noise,
    ),
  mean,
};
