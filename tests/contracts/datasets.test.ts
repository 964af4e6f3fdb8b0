import { describe, expect, it } from 'vitest';
import { type Dataset, type DatasetId, datasets } from '../../src/datasets/index.ts';
import { createRandom, streams } from '../../src/math/random.ts';

const entries = Object.entries(datasets) as [DatasetId, Dataset][];
const draw = (
  dataset: Dataset,
  seed: number,
  size = dataset.generated?.size ?? 0,
  noise = dataset.generated?.noise ?? 0,
) => dataset.points(createRandom(seed, streams.data), size, noise);

describe.each(entries)('the data set %s', (_id, dataset) => {
  const points = draw(dataset, 1);
  const xs = points.map(({ x }) => x[0]!);

  it('says what it is, what it teaches and where it comes from', () => {
    for (const text of [dataset.label, dataset.teaches, dataset.source, dataset.xLabel, dataset.yLabel])
      expect(text.length).toBeGreaterThan(0);
  });

  it('is the same for the same seed', () => {
    expect(draw(dataset, 1)).toEqual(points);
  });

  it('lies inside the plot, with room on both sides for the band to open', () => {
    for (const { x, y } of points) {
      expect(x).toHaveLength(1);
      expect(y).toBeGreaterThan(dataset.yDomain[0]);
      expect(y).toBeLessThan(dataset.yDomain[1]);
    }
    const width = Math.max(...xs) - Math.min(...xs);
    expect(Math.min(...xs) - dataset.xDomain[0]).toBeGreaterThan(0.15 * width);
    expect(dataset.xDomain[1] - Math.max(...xs)).toBeGreaterThan(0.15 * width);
  });

  if (dataset.generated) {
    const { size, noise } = dataset.generated;

    it('differs for another seed and has the size it was asked for', () => {
      expect(draw(dataset, 2)).not.toEqual(points);
      expect(points).toHaveLength(size);
      expect(draw(dataset, 1, 7)).toHaveLength(7);
    });

    it('lies on its mean where there is no noise', () => {
      for (const { x, y } of draw(dataset, 1, size, 0)) expect(y).toBeCloseTo(dataset.mean!(x[0]!), 12);
    });

    it('scatters more with more noise', () => {
      const scatter = (sigma: number) =>
        draw(dataset, 3, 200, sigma).reduce((sum, { x, y }) => sum + (y - dataset.mean!(x[0]!)) ** 2, 0);
      expect(scatter(2 * noise)).toBeGreaterThan(scatter(noise));
    });
  }
});

describe('the published numbers', () => {
  it('are complete', () => {
    expect(draw(datasets.motorcycle, 1)).toHaveLength(133);
    expect(draw(datasets['old-faithful'], 1)).toHaveLength(272);
  });

  it('of the noise are kept: residuals of the cubic have sd 3, within four standard errors', () => {
    const count = 4000;
    const residuals = draw(datasets.cubic, 5, count, 3).map(({ x, y }) => y - x[0]! ** 3);
    const variance = residuals.reduce((sum, residual) => sum + residual ** 2, 0) / count;
    expect(Math.abs(variance / 9 - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
  });
});
