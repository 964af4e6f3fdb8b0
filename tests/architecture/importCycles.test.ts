import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { readSources } from '../../config/sourceFiles.ts';
import { importCycles } from './importCycles.ts';

vi.setConfig({ testTimeout: 60_000 });

const src = fileURLToPath(new URL('../../src', import.meta.url));
const sourcesOf = (folder: string) =>
  readSources(path.join(src, folder)).map(({ file, text }) => ({ file: `${folder}/${file}`, text }));
const itself = (file: string): string => file;

test('a cycle of files is found, also of type imports; a chain is no cycle', () => {
  const chain = [
    { file: 'engine/a.ts', text: `import type { B } from './b.ts';` },
    { file: 'engine/b.ts', text: `import { c } from './c.ts';` },
  ];
  expect(importCycles(chain, itself)).toEqual([]);
  const back = { file: 'engine/c.ts', text: `import type { A } from './a.ts';` };
  expect(importCycles([...chain, back], itself)).toEqual([
    'engine/a.ts → engine/b.ts → engine/c.ts → engine/a.ts',
  ]);
  expect(importCycles([...chain, back], path.dirname)).toEqual([]);
});

test.each(['engine', 'reference'])(
  'no two files of %s import each other, including type imports',
  (folder) => {
    expect(importCycles(sourcesOf(folder), itself)).toEqual([]);
  },
);

test('no cycle of files crosses the folders of experiment', () => {
  const crossing = importCycles(sourcesOf('experiment'), itself).filter(
    (cycle) => new Set(cycle.split(' → ').map(path.dirname)).size > 1,
  );
  expect(crossing).toEqual([]);
});

test('experiment/scores is part of no cycle of folders', () => {
  const cycles = importCycles(sourcesOf('experiment'), path.dirname);
  expect(cycles.filter((cycle) => cycle.includes('experiment/scores'))).toEqual([]);
});
