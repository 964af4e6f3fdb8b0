import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readSources } from '../config/sourceFiles.ts';
import { brokenHabits } from './architecture/habits.ts';
import {
  documentedTable,
  engineWorker,
  folderCycles,
  folderOf,
  forbiddenImports,
  importTable,
} from './architecture/importTable.ts';
import { comparedIds } from './architecture/registryIds.ts';

const page = fileURLToPath(new URL('../ARCHITECTURE.md', import.meta.url));
const sources = readSources(fileURLToPath(new URL('../src', import.meta.url)));
const folders = [...new Set(sources.map(({ file }) => folderOf(file)))];
const rowsOfFolders = Object.keys(importTable).filter((name) => name !== engineWorker);

test('the check finds source files', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.map(({ file }) => file)).toContain(engineWorker);
});

test('every file imports only what its folder may import', () => {
  expect(forbiddenImports(sources)).toEqual([]);
});

test('no two folders import each other, directly or through others', () => {
  expect(folderCycles(sources)).toEqual([]);
});

test('the import table has exactly one row for each folder of src', () => {
  expect(rowsOfFolders.toSorted()).toEqual(folders.toSorted());
});

test.skipIf(!existsSync(page))('ARCHITECTURE.md has the same import table', () => {
  const documented = documentedTable(readFileSync(page, 'utf8'));
  const sorted = (names: readonly string[] | 'anything') => (names === 'anything' ? names : names.toSorted());
  const foldersOf = (table: typeof importTable) =>
    Object.fromEntries(Object.entries(table).map(([name, row]) => [name, sorted(row.folders)]));
  expect(foldersOf(documented)).toEqual(foldersOf(importTable));
  for (const [name, { packages }] of Object.entries(documented)) {
    const allowed = importTable[name]?.packages ?? [];
    const known = packages.filter((item) => item === 'TensorFlow.js' || allowed.includes(item));
    expect(known, `packages of ${name}`).toEqual(packages);
  }
});

test('every folder belongs to a layer that is type-checked', () => {
  const layers = ['core', 'engine', 'worker', 'cli', 'offline', 'page'].map((layer) =>
    readFileSync(new URL(`../src/tsconfig.${layer}.json`, import.meta.url), 'utf8'),
  );
  expect(
    folders.filter((folder) => !layers.some((layer) => layer.includes(`"${folder.split('/')[0]}"`))),
  ).toEqual([]);
});

test('no file violates the house style', () => {
  expect(sources.flatMap(brokenHabits)).toEqual([]);
});

test('the interface never compares with a registry id: it reads properties of the entry', () => {
  const panels = sources.filter(({ file }) => file.startsWith('panels/'));
  expect(panels.length).toBeGreaterThan(100);
  expect(panels.flatMap(comparedIds)).toEqual([]);
});
