import { standardNormal } from '../../math/random.ts';
import type { SequenceDataset } from './dataset.ts';
import { identity } from './transformations.ts';

export const noisySine: SequenceDataset = {
  kind: 'sequence',
  task: 'regression',
  label: 'Noisy sine',
  teaches: 'A periodic series: the forecast keeps its period, while single draws drift apart.',
  source: 'sin(2πt/20) with noise',
  xLabel: 'time step',
  yLabel: 'y',
  time: { start: 0, step: 1 },
  transformation: identity,
  window: 20,
  testFraction: 0.25,
  likelihood: { noise: 0.2, learn: false },
  generated: { size: 160, noise: 0.1, noiseLabel: 'Noise sd' },
  series: (random, size, noise) =>
    Array.from({ length: size }, (_, t) => Math.sin((2 * Math.PI * t) / 20) + noise * standardNormal(random)),
};
