import { standardNormal } from '../../math/random.ts';
import type { SequenceDataset } from './dataset.ts';
import { identity } from './transformations.ts';

export const dampedOscillator: SequenceDataset = {
  kind: 'sequence',
  task: 'regression',
  label: 'Damped oscillator',
  teaches:
    'Training sees large swings only, the held-out end has small ones: the network has to learn the rule of the series.',
  source: 'e^(−t/80) cos(2πt/25) with noise',
  xLabel: 'time step',
  yLabel: 'displacement',
  time: { start: 0, step: 1 },
  transformation: identity,
  window: 16,
  testFraction: 0.3,
  likelihood: { noise: 0.06, learn: false },
  generated: { size: 200, noise: 0.02, noiseLabel: 'Noise sd' },
  series: (random, size, noise) =>
    Array.from(
      { length: size },
      (_, t) => Math.exp(-t / 80) * Math.cos((2 * Math.PI * t) / 25) + noise * standardNormal(random),
    ),
};
