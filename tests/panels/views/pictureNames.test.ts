import { afterEach, expect, test } from 'vitest';
import { setFields } from '../../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../../src/experiment/document/defaults.ts';
import { setLocale, sourceLocale } from '../../../src/i18n/index.ts';
import { curveNames } from '../../../src/panels/views/curve/curveNames.ts';
import { shownImages } from '../../../src/panels/views/images/shownImages.ts';
import { planeNames } from '../../../src/panels/views/plane/planeNames.ts';
import { predictionNames } from '../../../src/panels/views/predictive/predictionNames.ts';

function experimentOf(fields: Readonly<Record<string, unknown>>) {
  const result = setFields(defaultExperiment(), fields);
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join());
  return result.experiment;
}
const dataOf = (fields: Readonly<Record<string, unknown>>) => experimentOf(fields).dataset;
const own = (points: readonly unknown[], fields: Readonly<Record<string, unknown>> = {}) => ({
  'dataset.id': 'custom',
  'dataset.points': points,
  ...fields,
});
const point = { x: [0], y: 1 };
const inPlane = { x: [0, 1], y: 1 };

test('axes of a curve have the names of the data set, of custom columns, or x and y', () => {
  expect(curveNames(dataOf({ 'dataset.id': 'motorcycle' }))).toEqual({
    x: 'time after impact (ms)',
    y: 'head acceleration (g)',
  });
  expect(curveNames(dataOf(own([point], { 'dataset.columns': ['speed', 'Own data'] })))).toEqual({
    x: 'speed',
    y: 'Own data',
  });
  expect(curveNames(dataOf(own([point])))).toEqual({ x: 'x', y: 'y' });
});

test('axes and classes of a plane have the names of the chosen measures', () => {
  const iris = planeNames(dataOf({ 'dataset.id': 'iris', 'dataset.inputs': [3, 0] }), 3);
  expect(iris).toMatchObject({ x: 'petal width (cm)', y: 'sepal length (cm)' });
  const named = own([inPlane], {
    'dataset.task': 'classification',
    'dataset.columns': ['a', 'b', 'kind'],
    'dataset.classNames': ['no'],
  });
  expect(planeNames(dataOf(named), 2)).toEqual({ x: 'a', y: 'b', classes: ['no', 'class 2'] });
  const unnamed = own([inPlane], { 'dataset.task': 'classification' });
  expect(planeNames(dataOf(unnamed), 2)).toEqual({ x: 'x₁', y: 'x₂', classes: ['class 1', 'class 2'] });
});

test('custom images have numbered classes if they have no names', () => {
  const pixels = { x: new Array<number>(36).fill(9), y: 2 };
  const fields = { 'dataset.task': 'classification', 'dataset.images': true, 'dataset.classNames': ['zero'] };
  expect(shownImages(dataOf(own([pixels], fields)))).toEqual({
    height: 6,
    width: 6,
    brightest: 9,
    classNames: ['zero', '1', '2'],
  });
});

afterEach(() => setLocale(sourceLocale));

test('labels of a data set are translated on screen and English in files; custom names are never translated', () => {
  const messages = { 'time after impact (ms)': 'Zeit (ms)', 'Own data': 'Eigene Daten', Press: 'Drücken' };
  setLocale({ ...sourceLocale, tag: 'de', messages });
  const motorcycle = experimentOf({ 'dataset.id': 'motorcycle' });
  expect(curveNames(motorcycle.dataset).x).toBe('Zeit (ms)');
  const state = { points: [], heldOut: [] };
  expect(predictionNames({ ...state, experiment: motorcycle }).inputs).toEqual(['time after impact (ms)']);
  expect(curveNames(dataOf(own([point], { 'dataset.columns': ['Own data', 'Press'] })))).toEqual({
    x: 'Own data',
    y: 'Press',
  });
});

test('times of an exported series are those of its axis', () => {
  const { time } = predictionNames({
    experiment: experimentOf({ 'dataset.id': 'sunspots' }),
    points: [],
    heldOut: [],
  });
  expect(time(10) - time(9)).toBe(1);
  expect(time(0)).toBe(1700);
});
