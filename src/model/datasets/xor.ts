import { standardNormal } from '../../math/random.ts';
import type { PlaneDataset } from './dataset.ts';
import { planeMeasures, twoClasses } from './plane.ts';

/** Centres of the four clusters; alternate clusters belong to class 2. */
const corners = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const;

export const xor: PlaneDataset = {
  ...twoClasses,
  label: 'XOR',
  teaches:
    'No straight line separates these classes; where the four clusters meet, neither class is certain.',
  source: 'After Minsky & Papert 1969',
  measures: planeMeasures([-3.2, 3.2], [-3, 3]),
  generated: { size: 100, noise: 0.35, noiseLabel: 'Spread of each cluster' },
  points: (random, size, noise) =>
    Array.from({ length: size }, (_, i) => {
      const corner = corners[i % 4]!;
      return { x: corner.map((value) => value + noise * standardNormal(random)), y: i % 2 };
    }),
};
