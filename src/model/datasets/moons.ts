import { standardNormal, uniform } from '../../math/random.ts';
import type { PlaneDataset } from './dataset.ts';
import { planeMeasures, twoClasses } from './plane.ts';

export const moons: PlaneDataset = {
  ...twoClasses,
  label: 'Two moons',
  teaches: 'A curved boundary: sure along the moons, unsure where neither reaches.',
  source: 'After scikit-learn, make_moons',
  measures: planeMeasures([-2.5, 3.5], [-2.25, 2.75]),
  generated: { size: 200, noise: 0.15, noiseLabel: 'Noise sd, each input' },
  points: (random, size, noise) =>
    Array.from({ length: size }, (_, i) => {
      const y = i % 2;
      const angle = uniform(random, 0, Math.PI);
      const [x1, x2] = [Math.cos(angle), Math.sin(angle)];
      const [shiftX, shiftY] = [noise * standardNormal(random), noise * standardNormal(random)];
      return { x: y === 0 ? [x1 + shiftX, x2 + shiftY] : [1 - x1 + shiftX, 0.5 - x2 + shiftY], y };
    }),
};
