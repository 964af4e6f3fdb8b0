import { standardNormal, uniform } from '../../math/random.ts';
import type { CurveDataset } from './dataset.ts';

function curve(x: number, epsilon: number): number {
  const shifted = x + epsilon;
  return x + 0.3 * Math.sin(2 * Math.PI * shifted) + 0.3 * Math.sin(4 * Math.PI * shifted) + epsilon;
}

export const blundell: CurveDataset = {
  kind: 'curve',
  label: 'Blundell’s curve',
  teaches: 'The band is narrow over the data and opens wide on both sides of them.',
  source: 'Blundell et al. 2015, §5.2',
  task: 'regression',
  xLabel: 'x',
  yLabel: 'y',
  xDomain: [-0.35, 1.25],
  yDomain: [-2.5, 3],
  likelihood: { noise: 0.1, learn: false },
  generated: { size: 100, noise: 0.02, noiseLabel: 'Noise sd, inside and outside the sines' },
  points: (random, size, noise) =>
    Array.from({ length: size }, () => {
      const x = uniform(random, 0, 0.5);
      return { x: [x], y: curve(x, noise * standardNormal(random)) };
    }),
  mean: (x) => curve(x, 0),
};
