import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rowLength, stateRows } from '../../../src/experiment/engine/state.ts';
import { decodeLink } from '../../../src/experiment/link/link.ts';
import { checkpointOfFile, checkpointText } from '../../../src/lessons/trained/checkpointFile.ts';
import { trainedRun } from '../../../src/lessons/trained/runs.ts';
import { sized } from '../../testSize.ts';
import { problemOfRun, trainedNames, trainRun } from './trainRun.ts';

const folder = fileURLToPath(new URL('../../../src/lessons/trained/files/', import.meta.url));
const shipped = (name: string) => checkpointOfFile(JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')));

test('a checkpoint survives its file: numbers as float32, arrays of arrays, null', () => {
  const numbers = Float64Array.of(0.5, -3, 1e-30, Number.NEGATIVE_INFINITY);
  const scalers = { xScalers: [{ mean: 0.1, scale: 2 }], yScaler: { mean: 0, scale: 1 } };
  const state = { step: 7, parameters: numbers, firstMoment: numbers, secondMoment: new Float64Array() };
  const back = checkpointOfFile(JSON.parse(checkpointText({ state, scalers })));
  expect(back).toEqual({
    state: { ...state, parameters: numbers.map(Math.fround), firstMoment: numbers.map(Math.fround) },
    scalers,
  });
});

test('every shipped run has a file, and every file a run', () => {
  expect(readdirSync(folder).sort()).toEqual(trainedNames.map((name) => `${name}.json`).sort());
});

test.each(trainedNames)('%s: its link is valid, and its file is the state after its steps', async (name) => {
  const { link, steps } = trainedRun(name);
  expect(decodeLink(link).notices).toEqual([]);
  const { state } = shipped(name);
  const { problem } = await problemOfRun(name);
  expect(state.step).toBe(steps);
  expect(state.parameters).toHaveLength(stateRows(problem) * rowLength(problem));
  expect(readFileSync(`${folder}${name}.json`).length).toBeLessThan(100_000);
});

/** Largest difference of two vectors, as a share of the largest value. */
function distance(a: Float64Array, b: Float64Array): number {
  const largest = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0) / largest;
}

// The engines are deterministic, but machines may differ in the last bits of an exponential, which long runs amplify.
test.each(trainedNames.slice(0, sized(trainedNames.length)))(
  '%s: training it again gives the file; else run `npm run trained`',
  async (name) => {
    const { state } = await trainRun(name);
    expect(distance(state.parameters, shipped(name).state.parameters)).toBeLessThan(1e-3);
  },
);
