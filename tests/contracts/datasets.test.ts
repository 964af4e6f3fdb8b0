import { describe, expect, it } from 'vitest';
import { createRandom, streams } from '../../src/math/random.ts';
import type { CurveDataset, PlaneDataset } from '../../src/model/datasets/dataset.ts';
import {
  type Dataset,
  type DatasetId,
  datasets,
  loadDataset,
  type Point,
} from '../../src/model/datasets/index.ts';

await Promise.all((Object.keys(datasets) as DatasetId[]).map(loadDataset));

const SEEDS = [1, 2, 3, 4, 5];
const entries = Object.entries(datasets) as [DatasetId, Dataset][];
const generatedEntries = entries.filter(([, dataset]) => dataset.generated);

const curves = entries.filter((entry): entry is [DatasetId, CurveDataset] => entry[1].kind === 'curve');
const planes = entries.filter((entry): entry is [DatasetId, PlaneDataset] => entry[1].kind === 'plane');

/** The default size and noise. */
function choiceOf(dataset: Dataset) {
  return dataset.kind === 'plane'
    ? { classes: dataset.classes, inputs: dataset.inputs }
    : { classes: 2, inputs: [0, 1] };
}

/** The points of a data set; for a series its values over their positions. */
function draw(
  dataset: Dataset,
  seed: number,
  asked: { size?: number; noise?: number } = {},
): readonly Point[] {
  const { size, noise } = { size: 0, noise: 0, ...dataset.generated, ...asked };
  const random = createRandom(seed, streams.data);
  if (dataset.kind === 'sequence') return dataset.series(random, size, noise).map((y, t) => ({ x: [t], y }));
  return dataset.points(random, size, noise, choiceOf(dataset));
}

describe.each(entries)('the data set %s', (_id, dataset) => {
  const points = SEEDS.flatMap((seed) => draw(dataset, seed));

  it('has a description, a lesson and a source', () => {
    const { label, teaches, source } = dataset;
    const axes =
      dataset.kind === 'plane'
        ? dataset.measures.map((measure) => measure.label)
        : dataset.kind === 'images'
          ? dataset.classNames
          : [dataset.xLabel, dataset.yLabel];
    for (const text of [label, teaches, source, ...axes]) expect(text.trim()).not.toBe('');
    expect(teaches).toMatch(/^[A-Z].*\.$/);
  });

  it('has a unique name', () => {
    expect(entries.filter(([, other]) => other.label === dataset.label)).toHaveLength(1);
  });

  it('is the same for the same seed', () => {
    expect(draw(dataset, 1)).toEqual(draw(dataset, 1));
  });

  it('is finite, with as many inputs per point as its picture has', () => {
    expect(points.length).toBeGreaterThan(0);
    for (const { x, y } of points) {
      expect(x).toHaveLength(
        {
          curve: 1,
          plane: 2,
          sequence: 1,
          images: dataset.kind === 'images' ? dataset.height * dataset.width : 0,
        }[dataset.kind],
      );
      expect([...x, y].every(Number.isFinite)).toBe(true);
    }
  });
});

describe.each(curves)('the curve %s', (_id, dataset) => {
  const points = SEEDS.flatMap((seed) => draw(dataset, seed));
  const xs = points.map(({ x }) => x[0]!);

  it('lies inside the plot', () => {
    for (const { x, y } of points) {
      expect(x[0]).toBeGreaterThan(dataset.xDomain[0]);
      expect(x[0]).toBeLessThan(dataset.xDomain[1]);
      expect(y).toBeGreaterThan(dataset.yDomain[0]);
      expect(y).toBeLessThan(dataset.yDomain[1]);
    }
  });

  it('leaves at least a fifth of its width on both sides for the band to widen', () => {
    const [low, high] = [Math.min(...xs), Math.max(...xs)];
    expect(low - dataset.xDomain[0]).toBeGreaterThan(0.2 * (high - low));
    expect(dataset.xDomain[1] - high).toBeGreaterThan(0.2 * (high - low));
  });
});

describe.each(generatedEntries)('the generated data set %s', (_id, dataset) => {
  const { size, noise, noiseLabel } = dataset.generated!;

  it('has a visible default size and noise, and names the noise', () => {
    expect(size).toBeGreaterThanOrEqual(20);
    expect(size).toBeLessThanOrEqual(200);
    expect(noise).toBeGreaterThan(0);
    expect(noiseLabel.trim()).not.toBe('');
  });

  it('differs for another seed', () => {
    expect(draw(dataset, 2)).not.toEqual(draw(dataset, 1));
  });

  it('has the requested size', () => {
    for (const asked of [0, 1, 7, size]) expect(draw(dataset, 1, { size: asked })).toHaveLength(asked);
  });

  it('lies on its mean if there is no noise', () => {
    if (dataset.kind !== 'curve' || !dataset.mean) return;
    for (const { x, y } of draw(dataset, 1, { noise: 0 })) expect(y).toBeCloseTo(dataset.mean(x[0]!), 12);
  });

  it('changes only the noisy coordinate if only the noise changes', () => {
    const kept = (asked: number) =>
      draw(dataset, 1, { noise: asked }).map(({ x, y }) => (dataset.kind === 'plane' ? y : x));
    expect(kept(2 * noise)).toEqual(kept(noise));
  });
});

describe.each(planes)('the classes of %s', (_id, dataset) => {
  const points = draw(dataset, 1);

  it('are as many as stated, each with a fair share of the points and a unique name', () => {
    const shares = Array.from({ length: dataset.classes }, (_, y) => points.filter((point) => point.y === y));
    expect(shares.reduce((sum, share) => sum + share.length, 0)).toBe(points.length);
    for (const share of shares)
      expect(share.length / points.length).toBeGreaterThanOrEqual(0.9 / dataset.classes);
    expect(new Set(dataset.classNames).size).toBe(dataset.classNames.length);
    expect(dataset.classNames.length).toBeGreaterThanOrEqual(dataset.classes);
  });

  it('lie inside the plot of any two measures, with a margin on every side', () => {
    dataset.measures.forEach(({ domain }, measure) => {
      const other = (measure + 1) % dataset.measures.length;
      const values = dataset
        .points(createRandom(1, streams.data), dataset.generated?.size ?? 0, dataset.generated?.noise ?? 0, {
          classes: dataset.classes,
          inputs: [measure, other],
        })
        .map(({ x }) => x[dataset.measures.length > 2 ? 0 : measure]!);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      expect(low - domain[0]).toBeGreaterThan(0.12 * (high - low));
      expect(domain[1] - high).toBeGreaterThan(0.12 * (high - low));
    });
  });

  it('are separable: the nearest other point is mostly of the same class', () => {
    const right = points.filter(({ x, y }, i) => {
      const distances = points.map((point, j) =>
        i === j ? Number.POSITIVE_INFINITY : Math.hypot(point.x[0]! - x[0]!, point.x[1]! - x[1]!),
      );
      return points[distances.indexOf(Math.min(...distances))]!.y === y;
    });
    expect(right.length / points.length).toBeGreaterThan(0.75);
  });
});
