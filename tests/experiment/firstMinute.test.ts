import { describe, expect, test } from 'vitest';
import { setFields } from '../../src/experiment/document/changes.ts';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import { experimentDomains, experimentPoints } from '../../src/experiment/pictures/data.ts';
import { blundell } from '../../src/model/datasets/blundell.ts';
import { type DatasetId, datasets } from '../../src/model/datasets/index.ts';
import { editedPoints, pointEdits } from '../../src/store/pointEdits.ts';
import { sized } from '../testSize.ts';
import { curveAt, epistemicWidths, experimentWith, medianWithin, valueAt } from './wasmRun.ts';

const curves = Object.entries(datasets).flatMap(([id, { kind }]) =>
  kind === 'curve' ? [id as DatasetId] : [],
);

describe('the landing experiment', () => {
  test.each([1, 2, 3])('has a band that opens on both sides of the data, seed %i', async (seed) => {
    const experiment = experimentWith({ seed });
    const curve = await curveAt(experiment, 8000);
    const xs = experimentPoints(experiment).map(({ x }) => x[0]!);
    const widths = epistemicWidths(curve);
    const inside = medianWithin(curve, widths, Math.min(...xs), Math.max(...xs));
    expect(widths[0]! / inside).toBeGreaterThan(8);
    expect(widths.at(-1)! / inside).toBeGreaterThan(8);
  });

  test.each([1, 2, 3])(
    'has a band that holds the function right of the data, not far left, seed %i',
    async (seed) => {
      const curve = await curveAt(experimentWith({ seed }), 8000);
      const held = (low: number, high: number) => {
        const places = [...curve.x.keys()].filter((i) => curve.x[i]! >= low && curve.x[i]! <= high);
        const inside = places.filter((i) => {
          const y = blundell.mean!(curve.x[i]!);
          return y >= curve.lower[i]! && y <= curve.upper[i]!;
        });
        return inside.length / places.length;
      };
      expect(held(0.5, 1.25)).toBeGreaterThan(0.9);
      expect(held(-0.35, -0.3)).toBeLessThan(1);
    },
  );

  test('has a violet band that narrows with more points, and a teal one that stays', async () => {
    const found = [];
    for (const size of [5, 10, 20, 40, 100]) {
      const curve = await curveAt(experimentWith({ 'dataset.size': size }), 8000);
      found.push({
        epistemic: medianWithin(curve, epistemicWidths(curve), 0, 0.5),
        aleatoric: medianWithin(curve, curve.aleatoricSigma, 0, 0.5),
      });
    }
    const epistemic = found.map((band) => band.epistemic);
    expect(epistemic).toEqual(epistemic.toSorted((a, b) => b - a));
    expect(new Set(epistemic).size).toBe(epistemic.length);
    for (const { aleatoric } of found) expect(aleatoric / found[0]!.aleatoric).toBeCloseTo(1, 1);
  });
});

test('the noise is given in every data set', () => {
  for (const [id, { task }] of Object.entries(datasets))
    if (task === 'regression') expect(experimentWith({ 'dataset.id': id }).likelihood.learn, id).toBe(false);
});

/** The experiment after an edit, as the page makes it. */
function edit(experiment: Experiment, change: Parameters<typeof editedPoints>[1]): Experiment {
  const resolved = setFields(experiment, editedPoints(experiment, change));
  if ('faults' in resolved) throw new Error(resolved.faults[0]!.message);
  return resolved.experiment;
}

/** Clear, then points along a sine over the middle of the plot. Also its standard deviation. */
function drawnSine(id: DatasetId, count: number, periods: number) {
  const before = experimentWith({ 'dataset.id': id });
  const [[left, right], [low, high]] = experimentDomains(before, experimentPoints(before)) as [
    [number, number],
    [number, number],
  ];
  const amplitude = 0.3 * (high - low);
  let experiment = edit(before, pointEdits.clear());
  for (let i = 0; i < count; i++) {
    const u = (i + 0.5) / count;
    const y = (low + high) / 2 + amplitude * Math.sin(2 * Math.PI * periods * u);
    experiment = edit(experiment, pointEdits.add({ x: left + (right - left) * (0.1 + 0.8 * u), y }));
  }
  return { experiment, sd: amplitude / Math.SQRT2, height: high - low };
}

/** About as many as two cores take in three seconds. */
const STEPS = 7000;

describe.each(curves.slice(0, sized(curves.length)))('points drawn after Clear on %s', (id) => {
  test.each([
    [22, 1],
    [22, 1.5],
    [5, 1],
  ])('%i along %f periods of a sine pull the mean to within 0.15 sd of each', async (count, periods) => {
    const { experiment, sd } = drawnSine(id, count, periods);
    const curve = await curveAt(experiment, STEPS);
    const errors = experiment.dataset.points.map(({ x, y }) =>
      Math.abs(valueAt(curve, curve.mean, x[0]!) - y),
    );
    expect(Math.max(...errors) / sd).toBeLessThan(0.15);
  });

  // A mean-field posterior opens less between points than beyond them (Foong et al. 2020).
  test('five of them leave the band wider in between than 22 do, and wide open beyond', async () => {
    const { experiment } = drawnSine(id, 5, 1);
    const few = await curveAt(experiment, STEPS);
    const many = await curveAt(drawnSine(id, 22, 1).experiment, STEPS);
    const xs = experiment.dataset.points.map(({ x }) => x[0]!);
    const between = (curve: typeof few) =>
      xs.slice(1).map((x, i) => valueAt(curve, epistemicWidths(curve), (x + xs[i]!) / 2));
    const ratios = between(few).map((width, i) => width / between(many)[i]!);
    expect(Math.min(...ratios), ratios.join(' ')).toBeGreaterThan(1);
    const widths = epistemicWidths(few);
    const inner = Math.min(...between(few));
    expect(Math.min(widths[0]!, widths.at(-1)!) / inner).toBeGreaterThan(4);
  });

  test('have a given noise in proportion to the plot, which the slider and undo can change', () => {
    const { experiment, height } = drawnSine(id, 5, 1);
    expect(experiment.likelihood.learn).toBe(false);
    expect(experiment.likelihood.noise / height).toBeGreaterThan(1 / 250);
    expect(experiment.likelihood.noise / height).toBeLessThan(1 / 100);
  });
});

test('editing a few points of a data set keeps its noise', () => {
  const before = experimentWith({ 'dataset.id': 'motorcycle' });
  expect(edit(before, pointEdits.delete(3)).likelihood).toEqual(before.likelihood);
});
