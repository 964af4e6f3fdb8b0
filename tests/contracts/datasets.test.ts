import { describe, expect, it } from 'vitest';
import { type Dataset, type DatasetId, datasets } from '../../src/datasets/index.ts';
import { createRandom, streams } from '../../src/math/random.ts';

const SEEDS = [1, 2, 3, 4, 5];
const entries = Object.entries(datasets) as [DatasetId, Dataset][];
const generatedEntries = entries.filter(([, dataset]) => dataset.generated);

function draw(dataset: Dataset, seed: number, asked: { size?: number; noise?: number } = {}) {
  const { size, noise } = { size: 0, noise: 0, ...dataset.generated, ...asked };
  return dataset.points(createRandom(seed, streams.data), size, noise);
}

describe.each(entries)('the data set %s', (_id, dataset) => {
  const points = SEEDS.flatMap((seed) => draw(dataset, seed));
  const xs = points.map(({ x }) => x[0]!);

  it('says what it is, what it teaches and where it comes from', () => {
    const { label, teaches, source, xLabel, yLabel } = dataset;
    for (const text of [label, teaches, source, xLabel, yLabel]) expect(text.trim()).not.toBe('');
    expect(teaches).toMatch(/^[A-Z].*\.$/);
  });

  it('has a name of its own', () => {
    expect(entries.filter(([, other]) => other.label === dataset.label)).toHaveLength(1);
  });

  it('is the same for the same seed', () => {
    expect(draw(dataset, 1)).toEqual(draw(dataset, 1));
  });

  it('is finite, with one input a point', () => {
    expect(points.length).toBeGreaterThan(0);
    for (const { x, y } of points) {
      expect(x).toHaveLength(1);
      expect([...x, y].every(Number.isFinite)).toBe(true);
    }
  });

  it('lies inside the plot', () => {
    for (const { x, y } of points) {
      expect(x[0]).toBeGreaterThan(dataset.xDomain[0]);
      expect(x[0]).toBeLessThan(dataset.xDomain[1]);
      expect(y).toBeGreaterThan(dataset.yDomain[0]);
      expect(y).toBeLessThan(dataset.yDomain[1]);
    }
  });

  it('leaves room on both sides, at least a fifth of its width, for the band to open', () => {
    const [low, high] = [Math.min(...xs), Math.max(...xs)];
    expect(low - dataset.xDomain[0]).toBeGreaterThan(0.2 * (high - low));
    expect(dataset.xDomain[1] - high).toBeGreaterThan(0.2 * (high - low));
  });
});

describe.each(generatedEntries)('the generated data set %s', (_id, dataset) => {
  const { size, noise, noiseLabel } = dataset.generated!;

  it('starts with a size and a noise that can be seen, and names the noise', () => {
    expect(size).toBeGreaterThanOrEqual(20);
    expect(size).toBeLessThanOrEqual(200);
    expect(noise).toBeGreaterThan(0);
    expect(noiseLabel.trim()).not.toBe('');
  });

  it('differs for another seed', () => {
    expect(draw(dataset, 2)).not.toEqual(draw(dataset, 1));
  });

  it('has the size it was asked for', () => {
    for (const asked of [0, 1, 7, size]) expect(draw(dataset, 1, { size: asked })).toHaveLength(asked);
  });

  it('lies on its mean where there is no noise', () => {
    const { mean } = dataset;
    if (!mean) return;
    for (const { x, y } of draw(dataset, 1, { noise: 0 })) expect(y).toBeCloseTo(mean(x[0]!), 12);
  });

  it('keeps its inputs when only the noise changes', () => {
    const inputs = (asked: number) => draw(dataset, 1, { noise: asked }).map(({ x }) => x);
    expect(inputs(2 * noise)).toEqual(inputs(noise));
  });
});
