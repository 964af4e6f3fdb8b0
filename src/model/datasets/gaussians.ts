import { standardNormal } from '../../math/random.ts';
import type { PlaneDataset } from './dataset.ts';
import { planeMeasures, severalClasses } from './plane.ts';

const RADIUS = 1.6;

export const gaussians: PlaneDataset = {
  ...severalClasses,
  label: 'Gaussians',
  teaches: 'Where clusters overlap more data do not help (aleatoric); far away they would (epistemic).',
  source: 'One normal distribution a class',
  measures: planeMeasures([-4.5, 4.5], [-4.2, 4.2]),
  generated: { size: 120, noise: 0.6, noiseLabel: 'Spread of each cluster' },
  points: (random, size, noise, { classes }) =>
    Array.from({ length: size }, (_, i) => {
      const y = i % classes;
      const angle = (2 * Math.PI * y) / classes + Math.PI / 2;
      const x = [Math.cos(angle), Math.sin(angle)].map(
        (value) => RADIUS * value + noise * standardNormal(random),
      );
      return { x, y };
    }),
};
