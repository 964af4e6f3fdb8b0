import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The files that a recipe changes; new ones with placeholders. */
export interface RecipeFiles {
  /** To begin with. */
  readonly files: readonly string[];
  readonly compilerAsks: readonly string[];
  readonly testsAsk: readonly string[];
}

const document = fileURLToPath(new URL('../../CONTRIBUTING.md', import.meta.url));

/** The paragraphs of CONTRIBUTING.md that begin with a title in bold and list files, by that title. */
export function documentedRecipes(text = readFileSync(document, 'utf8')): Map<string, RecipeFiles> {
  const paragraphs = text.split(/\n{2,}|^#+ .*\n/m).map((paragraph) => paragraph.replaceAll('\n', ' '));
  return new Map(
    paragraphs.flatMap((paragraph) => {
      const title = /^\*\*([^*]+)\.\*\*/.exec(paragraph)?.[1];
      const files = pathsAfter(paragraph, 'Files:');
      const compilerAsks = pathsAfter(paragraph, 'The compiler then asks for');
      const testsAsk = pathsAfter(paragraph, 'The tests then ask for');
      return title !== undefined && files.length > 0 ? [[title, { files, compilerAsks, testsAsk }]] : [];
    }),
  );
}

/** Everything in backticks between the words and the end of their sentence. */
function pathsAfter(paragraph: string, words: string): string[] {
  const start = paragraph.indexOf(words);
  if (start < 0) return [];
  const [sentence] = paragraph.slice(start + words.length).split(/\.(?= |$)/);
  return Array.from(sentence!.matchAll(/`([^`]+)`/g), ([, path]) => path!);
}
