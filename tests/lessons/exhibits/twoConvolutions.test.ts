import { describe, expect, it } from 'vitest';
import {
  activationDraw,
  convolved,
  filterMeans,
  responsesOf,
  sharedNoise,
  weightDraw,
} from '../../../src/lessons/exhibits/twoConvolutions/twoConvolutions.ts';
import { createRandom, streams } from '../../../src/math/random.ts';

const random = createRandom(3, streams.data);
const image = Array.from({ length: 16 }, () => random());
const filter = { mu: filterMeans.upright, sigma: Array.from({ length: 9 }, () => 0.1 + 0.4 * random()) };
const responses = responsesOf(image, filter, 4);

/** Many draws at one place, with their mean and standard deviation. */
function momentsAt(draw: (index: number) => Float64Array, place: number, draws: number) {
  const values = Array.from({ length: draws }, (_, i) => draw(i)[place]!);
  const mean = values.reduce((a, b) => a + b, 0) / draws;
  return { values, mean, sigma: Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / (draws - 1)) };
}

describe('two convolutions', () => {
  it('a convolution is the sum over what the filter covers, with zeros outside', () => {
    // Corner (0, 0): only the lower right 2 × 2 of the kernel lies on the image.
    const kernel = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const expected = 5 * image[0]! + 6 * image[1]! + 8 * image[4]! + 9 * image[5]!;
    expect(convolved(image, kernel, 4)[0]).toBeCloseTo(expected, 12);
  });

  it('both ways of drawing have the mean and the standard deviation of the two convolutions', () => {
    const draws = 4000;
    for (const draw of [
      (i: number) => weightDraw(image, filter, 4, 1, i),
      (i: number) => activationDraw(responses, 1, i),
    ]) {
      const { mean, sigma } = momentsAt(draw, 6, draws);
      const expected = responses.sigma[6]!;
      expect(Math.abs(mean - responses.mean[6]!)).toBeLessThan((4 * expected) / Math.sqrt(draws));
      expect(Math.abs(sigma / expected - 1)).toBeLessThan(4 / Math.sqrt(2 * draws));
    }
  });

  it('with drawn filters errors correlate by the formula, with drawn outputs they do not', () => {
    const draws = 4000;
    const correlation = (draw: (i: number) => Float64Array) => {
      const [a, b] = [momentsAt(draw, 5, draws), momentsAt(draw, 6, draws)];
      const sum = a.values.reduce((total, value, i) => total + (value - a.mean) * (b.values[i]! - b.mean), 0);
      return sum / ((draws - 1) * a.sigma * b.sigma);
    };
    const expected = sharedNoise(image, filter, 4, [5, 6])!;
    expect(expected).toBeGreaterThan(0.1);
    expect(Math.abs(correlation((i) => weightDraw(image, filter, 4, 1, i)) - expected)).toBeLessThan(0.06);
    expect(Math.abs(correlation((i) => activationDraw(responses, 1, i)))).toBeLessThan(0.06);
  });

  it('a blank image has no uncertainty, and nearly no correlation', () => {
    const paper = new Array<number>(16).fill(0);
    expect(responsesOf(paper, filter, 4).sigma.every((sigma) => sigma === 0)).toBe(true);
    expect(sharedNoise(paper, filter, 4, [5, 6])).toBeNull();
  });
});
