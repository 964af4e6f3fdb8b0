import { uniform } from '../../math/random.ts';
import type { CurveDataset } from './dataset.ts';
import { noisyFunction } from './noisyFunction.ts';

const mean = (x: number): number => Math.sin(2 * x);

export const wideningNoise: CurveDataset = {
  kind: 'curve',
  label: 'Widening noise',
  teaches:
    'The noise grows with x: one noise width for all is too wide on the left, too narrow on the right.',
  source: 'Made for this page',
  task: 'regression',
  xLabel: 'x',
  yLabel: 'y',
  xDomain: [-4, 4],
  yDomain: [-4, 4],
  likelihood: { noise: 0.3, learn: false },
  generated: { size: 120, noise: 0.5, noiseLabel: 'Noise sd at the right end' },
  points: (random, size, noise) =>
    noisyFunction(
      random,
      size,
      (source) => uniform(source, -2, 2),
      mean,
      (x) => (noise * (x + 2.2)) / 4.2,
    ),
  mean,
};
