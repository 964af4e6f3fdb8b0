import type { RecipeFiles } from './contributing.ts';
import { firstFiles, pathInCopy, type Recipe, withInsertion } from './recipe.ts';
import type { TreeCopy } from './treeCopy.ts';

/** Tests that read the tree or all entries of a registry, and are quick. */
const quickTests = [
  'tests/architecture.test.ts',
  'tests/engine/capabilities.test.ts',
  'tests/i18n/locales.test.ts',
  'tests/links',
  'tests/panels/controls',
];

/** The file that a failing test asks for, where it is not the test itself. */
const askedBy: Readonly<Record<string, string>> = {
  'tests/i18n/locales.test.ts': 'src/i18n/locales/de.json',
  'tests/links/document.test.ts': 'docs/links.md',
  'tests/links/version1.test.ts': 'tests/links/version1.json',
};

/**
 * Follows a recipe in the copy, as a newcomer does who knows its first files only: compiles, writes what the recipe answers
 * in the files with errors, until there are none; then runs the quick tests.
 */
export async function measureRecipe(copy: TreeCopy, recipe: Recipe): Promise<RecipeFiles> {
  for (const [file, text] of Object.entries(recipe.newFiles)) copy.write(pathInCopy(recipe, file), text);
  for (const insertion of recipe.insertions) insert(copy, recipe, insertion);
  const asked = new Set<string>();
  for (;;) {
    const errors = await copy.compile();
    const answers = recipe.answers.filter(({ file }) => errors.includes(file) && !asked.has(file));
    for (const answer of answers) insert(copy, recipe, answer);
    for (const { file } of answers) asked.add(file);
    if (answers.length > 0) continue;
    const failing = await copy.runTests(quickTests);
    return {
      files: firstFiles(recipe),
      // Errors that answers in other files remove ask for nothing; those that remain do.
      compilerAsks: [...asked, ...errors],
      testsAsk: failing.map((file) => askedBy[file] ?? file),
    };
  }
}

function insert(copy: TreeCopy, recipe: Recipe, insertion: Recipe['insertions'][number]): void {
  copy.write(insertion.file, withInsertion(recipe, insertion, copy.read(insertion.file)));
}
