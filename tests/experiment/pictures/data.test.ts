import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { setFields } from '../../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../../src/experiment/document/experiment.ts';
import { pictureKindOf } from '../../../src/experiment/document/pictureKind.ts';
import { seriesOf } from '../../../src/experiment/document/series.ts';
import {
  experimentDomains,
  experimentPoints,
  experimentSplit,
} from '../../../src/experiment/pictures/data.ts';
import { pictures } from '../../../src/experiment/pictures/pictures.ts';
import { createRandom } from '../../../src/math/random.ts';
import { loadDataset } from '../../../src/model/datasets/index.ts';

type Fields = Readonly<Record<string, unknown>>;

function changed(experiment: Experiment, fields: Fields): Experiment {
  const result = setFields(experiment, fields);
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join());
  return result.experiment;
}

const random = createRandom(3, 0);
const rows = Array.from({ length: 30 }, () => ({ x: [random(), random(), random()], y: random() }));

const experiments: readonly (readonly [kind: string, fields: Fields])[] = [
  ['curve', { 'dataset.id': 'blundell' }],
  ['plane', { 'dataset.id': 'moons' }],
  ['images', { 'dataset.id': 'digits' }],
  ['sequence', { 'dataset.id': 'noisy-sine' }],
  ['table', { 'dataset.id': 'custom', 'dataset.points': rows, 'dataset.testFraction': 0.3 }],
];

beforeAll(() => loadDataset('digits'));

test('the experiments below cover every picture kind', () => {
  expect(experiments.map(([kind]) => kind).sort()).toEqual(Object.keys(pictures).sort());
  for (const [kind, fields] of experiments)
    expect(pictureKindOf(changed(defaultExperiment(), fields))).toBe(kind);
});

describe.each(experiments)('the points of a %s', (_kind, fields) => {
  const experiment = () => changed(defaultExperiment(), fields);

  test('are the same arrays while fields outside the data change', () => {
    const before = experiment();
    const split = experimentSplit(before);
    for (const change of [{ 'prior.sigma': 0.3 }, { 'inference.klWeight': 2 }, { 'view.units': 'bits' }]) {
      const after = changed(before, change);
      expect(after).not.toBe(before);
      expect(experimentSplit(after)).toBe(split);
      expect(experimentPoints(after)).toBe(split.training);
      const domains = experimentDomains(before, split.training);
      expect(experimentDomains(after, split.training)[0]).toBe(domains[0]);
      expect(experimentDomains(after, split.training)[1]).toBe(domains[1]);
    }
  });

  test('equal those computed from an equal document', () => {
    const before = experiment();
    experimentSplit(before);
    const copy = structuredClone(before);
    expect(experimentSplit(copy)).toEqual(experimentSplit(before));
    expect(experimentSplit(copy)).not.toBe(experimentSplit(before));
    const points = experimentPoints(copy);
    expect(experimentDomains(copy, points)).toEqual(experimentDomains(before, experimentPoints(before)));
  });
});

test.each<[what: string, fields: Fields, change: Fields]>([
  ['another seed', { 'dataset.id': 'blundell' }, { seed: 2 }],
  ['another seed of a split', experiments[4]![1], { seed: 2 }],
  ['another size', { 'dataset.id': 'moons' }, { 'dataset.size': 31 }],
  ['more noise', { 'dataset.id': 'noisy-sine' }, { 'dataset.noise': 0.4 }],
  ['a longer window', { 'dataset.id': 'noisy-sine' }, { 'network.window': 30 }],
  ['another share held out', experiments[4]![1], { 'dataset.testFraction': 0.5 }],
  ['another data set', { 'dataset.id': 'blundell' }, { 'dataset.id': 'cubic' }],
])('%s gives other points, and reverting it the first ones', (_what, fields, change) => {
  const before = changed(defaultExperiment(), fields);
  const first = structuredClone(experimentSplit(before));
  const after = changed(before, change);
  expect(experimentSplit(after)).not.toEqual(first);
  expect(experimentSplit(after)).toEqual(experimentSplit(structuredClone(after)));
  expect(experimentSplit(before)).toEqual(first);
});

test('new axes of custom points give new domains, for the same points', () => {
  const points = [
    { x: [0], y: 0 },
    { x: [1], y: 1 },
  ];
  const before = changed(defaultExperiment(), { 'dataset.id': 'custom', 'dataset.points': points });
  expect(experimentDomains(before, experimentPoints(before))[0]).toEqual([-0.5, 1.5]);
  const after = changed(before, { 'dataset.xDomain': [-3, 3] });
  expect(experimentPoints(after)).toEqual(points);
  expect(experimentDomains(after, experimentPoints(after))[0]).toEqual([-3, 3]);
});

test('a series is the same object until its window changes', () => {
  const before = changed(defaultExperiment(), { 'dataset.id': 'co2' });
  expect(seriesOf(changed(before, { 'prior.sigma': 0.3 }))).toBe(seriesOf(before));
  expect(seriesOf(changed(before, { 'network.window': 13 }))!.first).toBe(seriesOf(before)!.first + 1);
});

test('points are garbage-collected with the experiment that they belong to', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const remembered = () => {
    const experiment = changed(defaultExperiment(), { 'dataset.id': 'moons', 'dataset.size': 77 });
    return new WeakRef(experimentPoints(experiment));
  };
  const points = remembered();
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(points.deref()).toBeUndefined();
});
