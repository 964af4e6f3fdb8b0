import { standardNormal, uniform } from '../../math/random.ts';
import type { PlaneDataset } from './dataset.ts';
import { planeMeasures, twoClasses } from './plane.ts';

/** Radius of the circle of each class. */
const radii = [1, 0.4] as const;

export const circles: PlaneDataset = {
  ...twoClasses,
  label: 'Circles',
  teaches:
    'One class around the other: beyond the ring the network is sure of the outer class, though it has no data there.',
  source: 'After scikit-learn, make_circles',
  measures: planeMeasures([-2.4, 2.4], [-2.1, 2.1]),
  generated: { size: 100, noise: 0.1, noiseLabel: 'Noise sd, each input' },
  points: (random, size, noise) =>
    Array.from({ length: size }, (_, i) => {
      const y = i % 2;
      const angle = uniform(random, 0, 2 * Math.PI);
      const x = [Math.cos(angle), Math.sin(angle)].map(
        (value) => radii[y as 0 | 1] * value + noise * standardNormal(random),
      );
      return { x, y };
    }),
};
