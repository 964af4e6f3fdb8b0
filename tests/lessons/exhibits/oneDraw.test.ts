import { describe, expect, it } from 'vitest';
import { type Drawing, momentsOf, pathsOf } from '../../../src/lessons/exhibits/oneDraw/oneDraw.ts';

const recurrence = { mu: 0.9, sigma: 0.1, steps: 12 };

describe('one draw for a sequence', () => {
  it.each<Drawing>(['sequence', 'step'])('many paths have the moments of the band (%s)', (drawing) => {
    const draws = 8000;
    const paths = pathsOf(recurrence, drawing, draws, 5);
    const { mean, sigma } = momentsOf(recurrence, drawing);
    for (const t of [1, 5, 12]) {
      const values = paths.map((path) => path[t]!);
      const average = values.reduce((a, b) => a + b, 0) / draws;
      const deviation = Math.sqrt(values.reduce((a, b) => a + (b - average) ** 2, 0) / (draws - 1));
      expect(Math.abs(average - mean[t]!)).toBeLessThan((4 * sigma[t]!) / Math.sqrt(draws));
      expect(Math.abs(deviation / sigma[t]! - 1)).toBeLessThan(0.08);
    }
  });

  it('a path of one draw is a power of its weight', () => {
    const [path] = pathsOf(recurrence, 'sequence', 1, 5);
    expect(path![12]).toBeCloseTo(path![1]! ** 12, 12);
  });

  it('has more uncertainty at the end than a draw at every step, as the lesson states', () => {
    const thirty = { mu: 0.95, sigma: 0.03, steps: 30 };
    const [one, many] = [momentsOf(thirty, 'sequence'), momentsOf(thirty, 'step')];
    expect(one.sigma[30]).toBeGreaterThan(3 * many.sigma[30]!);
    expect(many.mean[30]).toBeCloseTo(0.95 ** 30, 12);
  });
});
