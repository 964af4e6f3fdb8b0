import { csvParse } from 'd3-dsv';
import { expect, test } from 'vitest';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { Snapshot } from '../../src/experiment/pictures/snapshot.ts';
import { formatCsv } from '../../src/export/csv.ts';
import { type PredictionNames, predictionsCsv, weightsCsv } from '../../src/export/tables.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';

const names: PredictionNames = {
  inputs: ['speed', 'size'],
  target: 'price',
  classes: ['no', '=yes'],
  actual: [],
  time: (index) => 2000 + index / 12,
};

async function snapshotOf(changes: Readonly<Record<string, unknown>>) {
  const resolved = setFields(defaultExperiment(), {
    'network.hidden': [3],
    'prediction.samples': 6,
    ...changes,
  });
  if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join());
  const problem = prepareProblem(resolved.experiment);
  const engine = createReferenceEngine(problem, initialState(problem));
  await engine.train(3, 1000);
  const picture = await observe(problem, engine, async () => {});
  const measured = {
    stepsPerSecond: 0,
    gradientVariance: null,
    calibration: null,
    pruning: null,
    nextStep: null,
  };
  return { problem, snapshot: { ...picture, ...measured } as Snapshot };
}

test('a curve has a row for every plotted input', async () => {
  const { snapshot } = await snapshotOf({});
  const rows = csvParse(predictionsCsv(snapshot, names));
  if (snapshot.predictive.kind !== 'curve') throw new Error('no curve');
  expect(rows).toHaveLength(snapshot.predictive.x.length);
  expect(rows.columns.slice(0, 3)).toEqual(['speed', 'mean', 'epistemic sd']);
  expect(Number(rows[7]!.mean)).toBe(snapshot.predictive.mean[7]);
  expect(Number(rows[7]!.upper)).toBe(snapshot.predictive.upper[7]);
});

test('a plane has a row for every grid point, with the probability of every class', async () => {
  const { snapshot } = await snapshotOf({ 'dataset.id': 'moons' });
  const rows = csvParse(predictionsCsv(snapshot, names));
  if (snapshot.predictive.kind !== 'plane') throw new Error('no plane');
  const { x, y, probabilities } = snapshot.predictive;
  expect(rows).toHaveLength(x.length * y.length);
  const place = x.length + 2;
  expect(rows[place]).toMatchObject({ speed: String(x[2]), size: String(y[1]) });
  expect(Number(rows[place]!['p(no)'])).toBe(probabilities[2 * place]);
});

test('a table has its held-out rows with their actual values, and classes by their names', async () => {
  const points = Array.from({ length: 12 }, (_, i) => ({ x: [i, i % 3, -i], y: i % 2 }));
  const table = { 'dataset.id': 'custom', 'dataset.points': points, 'dataset.testFraction': 0.5 };
  const numbers = await snapshotOf(table);
  const actual = numbers.problem.heldOut.map(({ y }) => y);
  const rows = csvParse(predictionsCsv(numbers.snapshot, { ...names, actual }));
  expect(rows.map((row) => Number(row['actual price']))).toEqual(actual);
  const classes = await snapshotOf({ ...table, 'dataset.task': 'classification' });
  const labelled = csvParse(predictionsCsv(classes.snapshot, { ...names, actual }));
  expect(labelled.map((row) => row['actual class'])).toEqual(actual.map((y) => (y === 1 ? "'=yes" : 'no')));
  expect(labelled.columns).toContain('p(=yes)');
});

test('a series has its predictions of one step and its forecast, by time', async () => {
  const { snapshot } = await snapshotOf({
    'dataset.id': 'airline',
    'network.window': 4,
    'network.kind': 'dense',
  });
  const rows = csvParse(predictionsCsv(snapshot, names));
  if (snapshot.predictive.kind !== 'sequence') throw new Error('no series');
  const { oneStep, forecast, origin } = snapshot.predictive;
  expect(rows).toHaveLength(oneStep.centre.length + forecast.centre.length);
  const first = rows[oneStep.centre.length]!;
  expect(first).toMatchObject({ prediction: 'forecast', time: String(2000 + origin / 12) });
  expect(Number(first.centre)).toBe(forecast.centre[0]);
});

test('every weight has its place in the network', async () => {
  const { snapshot } = await snapshotOf({});
  const rows = csvParse(weightsCsv(snapshot.weights));
  const { mu, sigma, kl } = snapshot.weights;
  expect(rows).toHaveLength(mu.length);
  rows.forEach((row, i) => {
    expect([Number(row.mu), Number(row.sigma), Number(row['KL (nats)'])]).toEqual([mu[i], sigma[i], kl![i]]);
    expect(Number(row['signal to noise'])).toBe(Math.abs(mu[i]!) / sigma[i]!);
  });
  expect(rows[4]).toMatchObject({ input: '', output: '1' });
});

test('a weight without a distribution has no signal to noise and no KL: its cells are empty', async () => {
  const { snapshot } = await snapshotOf({ 'inference.method': 'map' });
  expect([...snapshot.weights.sigma].every((sigma) => sigma === 0)).toBe(true);
  const rows = csvParse(weightsCsv(snapshot.weights));
  expect(rows).toHaveLength(snapshot.weights.mu.length);
  for (const row of rows) expect(row).toMatchObject({ sigma: '0', 'signal to noise': '', 'KL (nats)': '' });
});

test('a number that is not finite is an empty cell', () => {
  expect(formatCsv([[1, Number.NaN, 1 / 0, -1 / 0, -0]])).toBe('1,,,,-0\n');
});

test('text that a spreadsheet would execute is quoted; numbers are not', () => {
  expect(formatCsv([['=1+1', '@x', '+y', '-z', 'a,b', -1, '\tq']])).toBe(`'=1+1,'@x,'+y,'-z,"a,b",-1,'\tq\n`);
});
