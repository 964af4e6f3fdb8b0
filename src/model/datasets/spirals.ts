import { standardNormal, uniform } from '../../math/random.ts';
import type { PlaneDataset } from './dataset.ts';
import { planeMeasures, severalClasses } from './plane.ts';

/** Total turn of an arm in radians, and its inner and outer radius. */
const TURN = 1.2 * Math.PI;
const [INNER, OUTER] = [0.3, 2];

export const spirals: PlaneDataset = {
  ...severalClasses,
  label: 'Spirals',
  teaches:
    'A winding boundary: ten hidden units find it as well as fifty, at about half the complexity cost.',
  source: 'After Lang & Witbrock 1988',
  measures: planeMeasures([-3.6, 3.6], [-3.3, 3.3]),
  generated: { size: 150, noise: 0.08, noiseLabel: 'Noise sd, each input' },
  points: (random, size, noise, { classes }) =>
    Array.from({ length: size }, (_, i) => {
      const y = i % classes;
      const along = uniform(random, 0, 1);
      const angle = (2 * Math.PI * y) / classes + TURN * along;
      const radius = INNER + (OUTER - INNER) * along;
      const x = [Math.cos(angle), Math.sin(angle)].map(
        (value) => radius * value + noise * standardNormal(random),
      );
      return { x, y };
    }),
};
