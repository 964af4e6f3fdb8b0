import { type Random, standardNormal } from '../../math/random.ts';
import type { Point } from './dataset.ts';

/** `size` points of y = mean(x) + N(0, noiseSigma(x)²) at inputs drawn by `sampleX`. */
export function noisyFunction(
  random: Random,
  size: number,
  sampleX: (random: Random) => number,
  mean: (x: number) => number,
  noiseSigma: (x: number) => number,
): readonly Point[] {
  return Array.from({ length: size }, () => {
    const x = sampleX(random);
    return { x: [x], y: mean(x) + noiseSigma(x) * standardNormal(random) };
  });
}
