import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { documentedRecipes, type RecipeFiles } from './contributing.ts';
import { recipes } from './index.ts';
import { measureRecipe } from './measure.ts';
import { copyTree, type TreeCopy } from './treeCopy.ts';

let copy: TreeCopy;

beforeAll(async () => {
  copy = copyTree();
  expect(await copy.compile(), 'errors of the tree itself').toEqual([]);
});
afterEach(() => copy.restore());
afterAll(() => copy.remove());

const documented = documentedRecipes();
const inOrder = ({ files, compilerAsks, testsAsk }: RecipeFiles) => ({
  files: files.toSorted(),
  compilerAsks: compilerAsks.toSorted(),
  testsAsk: testsAsk.toSorted(),
});

test.each(recipes)(
  '$title: the files of CONTRIBUTING.md are those that the compiler and the tests ask for',
  async (recipe) => {
    expect(inOrder(await measureRecipe(copy, recipe))).toEqual(inOrder(documented.get(recipe.title)!));
  },
);
