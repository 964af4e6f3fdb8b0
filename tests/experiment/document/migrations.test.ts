import { expect, test } from 'vitest';
import { defaultExperiment } from '../../../src/experiment/document/defaults.ts';
import { type Migration, migrate, versionFault } from '../../../src/experiment/document/migrations.ts';
import { resolveExperiment } from '../../../src/experiment/document/resolve.ts';

const rename =
  (from: string, to: string): Migration =>
  (fields) =>
    new Map(Array.from(fields, ([path, value]) => [path === from ? to : path, value]));

/** Two hypothetical steps: version 3 is the current one. */
const steps = [rename('layers', 'network.layers'), rename('network.layers', 'network.hidden')];

test('an older document passes through every later migration', () => {
  const wanted = { ...defaultExperiment(), network: { ...defaultExperiment().network, hidden: [7] } };
  expect(resolveExperiment({ version: 1, layers: [7] }, steps)).toEqual({ experiment: wanted });
  expect(resolveExperiment({ version: 2, network: { layers: [7] } }, steps)).toEqual({ experiment: wanted });
  expect(resolveExperiment({ version: 3, network: { hidden: [7] } }, steps)).toEqual({ experiment: wanted });
});

test('a current document passes through no migration', () => {
  expect(resolveExperiment({ version: 3, layers: [7] }, steps)).toMatchObject({
    faults: [{ path: 'layers' }],
  });
});

test('text of links migrates by the same steps', () => {
  expect([...migrate(new Map([['layers', '7,7']]), 1, steps)]).toEqual([['network.hidden', '7,7']]);
});

test('a future version is refused by its number', () => {
  expect(resolveExperiment({ version: 4, layers: [7] }, steps)).toEqual({
    faults: [{ path: 'version', message: 'version: 4 is newer than this page knows (3)' }],
  });
  expect(versionFault(3, 3)).toBeNull();
});
