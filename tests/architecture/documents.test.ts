import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { documentedRecipes } from '../recipes/contributing.ts';
import { recipes } from '../recipes/index.ts';
import { firstFiles, withInsertion } from '../recipes/recipe.ts';
import { isInTree, linkTargets, pathsIn, readTree, scriptsIn } from './documents.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const tree = readTree(root);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

/** Files that readers bring or get, which the tree has not. */
const readersFiles = ['experiment.json', 'result.json', 'train.csv', 'test.csv'];

describe.each(['CONTRIBUTING.md', 'ARCHITECTURE.md', 'MODEL.md', 'README.md'])('%s', (file) => {
  const text = read(file);

  test('names files and folders that exist', () => {
    const paths = pathsIn(text).filter((written) => !readersFiles.includes(written));
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.filter((written) => !isInTree(tree, written))).toEqual([]);
    expect(linkTargets(text).filter((target) => !tree.includes(target))).toEqual([]);
  });

  test('runs scripts that package.json has', () => {
    expect(scriptsIn(text).filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});

test('paths are found in prose, with placeholders, and not in code', () => {
  expect(
    pathsIn('`src/x.ts`, `a/<name>.ts`, `views/*`, `t(x.ts)`, `a / b`, `history.state`, `@a/b`'),
  ).toEqual([...['src/x.ts', 'a/<name>.ts', 'views/*']]);
  const small = ['src', 'src/math', 'src/math/random.ts'];
  const found = ['math/random.ts', 'src/math/', 'src/*/<name>.ts', 'random.ts'];
  expect(found.filter((written) => isInTree(small, written))).toEqual(found);
  expect(
    ['th/random.ts', 'math/randomXts', 'src/*.ts'].filter((written) => isInTree(small, written)),
  ).toEqual([]);
});

describe.each(recipes)('the recipe "$title"', (recipe) => {
  test('begins with the files that CONTRIBUTING.md lists', () => {
    const documented = documentedRecipes().get(recipe.title);
    expect(documented?.files.toSorted()).toEqual(firstFiles(recipe).toSorted());
  });

  test('finds the places of its insertions', () => {
    for (const insertion of [...recipe.insertions, ...recipe.answers])
      expect(withInsertion(recipe, insertion, read(insertion.file))).toContain(insertion.text);
  });
});

test('every recipe of CONTRIBUTING.md that lists files is followed', () => {
  expect([...documentedRecipes().keys()].toSorted()).toEqual(recipes.map(({ title }) => title).toSorted());
});
