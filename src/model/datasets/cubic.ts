import { uniform } from '../../math/random.ts';
import type { CurveDataset } from './dataset.ts';
import { noisyFunction } from './noisyFunction.ts';

const mean = (x: number): number => x ** 3;

export const cubic: CurveDataset = {
  kind: 'curve',
  label: 'Cubic',
  teaches: 'Twenty points determine the middle; the band opens wide beyond them.',
  source: 'Hernández-Lobato & Adams 2015',
  task: 'regression',
  xLabel: 'x',
  yLabel: 'y',
  xDomain: [-6, 6],
  yDomain: [-140, 140],
  likelihood: { noise: 3, learn: false },
  generated: { size: 20, noise: 3, noiseLabel: 'Noise sd' },
  points: (random, size, noise) =>
    noisyFunction(
      random,
      size,
      (source) => uniform(source, -4, 4),
      mean,
      () => noise,
    ),
  mean,
};
