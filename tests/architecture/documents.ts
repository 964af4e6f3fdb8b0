import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Folders of the root that documents name files of. */
const folders = ['.ci', 'config', 'docs', 'examples', 'public', 'scripts', 'src', 'tests'];
/** Written by the build or by tests, so that a checkout lacks them. */
const built = /^(dist|dist-lib|dist-examples|learn|test-results)(\/|$)|^embed\.html$/;
const extension = /\.(ts|tsx|mjs|md|mdx|json|css|html|svg|png|glsl)$/;
const pathShape = /^[\w.*<>-]+(\/[\w.*<>-]+)*\/?$/;

/** Every file and folder of the tree, relative to the root, with slashes. */
export function readTree(root: string): string[] {
  const below = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.name === 'node_modules') return [];
      return entry.isDirectory() ? [name, ...below(name)] : [name];
    });
  const files = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
  return [
    ...files,
    ...folders.flatMap((folder) => (existsSync(path.join(root, folder)) ? [folder, ...below(folder)] : [])),
  ];
}

/** The paths in backticks: with a slash or with the extension of a file. `<placeholder>` and `*` stand for any name. */
export function pathsIn(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, '');
  return Array.from(prose.matchAll(/`([^`]+)`/g), ([, code]) => code!).filter(
    (code) => pathShape.test(code) && (code.includes('/') || extension.test(code)) && !built.test(code),
  );
}

/** The targets of Markdown links inside the repository. */
export function linkTargets(markdown: string): string[] {
  return Array.from(markdown.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g), ([, target]) => target!).filter(
    (target) => !/^[a-z]+:/.test(target),
  );
}

/** The scripts that a text runs: `npm run check`. */
export function scriptsIn(markdown: string): string[] {
  return Array.from(markdown.matchAll(/npm run ([\w:]+)/g), ([, script]) => script!);
}

/** Whether a path, or the end of a path, is in the tree: `math/random.ts` stands for `src/math/random.ts`. */
export function isInTree(tree: readonly string[], written: string): boolean {
  const pattern = written
    .replace(/\/$/, '')
    .replaceAll('.', String.raw`\.`)
    .replaceAll(/\*|<[^>]*>/g, '[^/]+');
  const ends = new RegExp(`(^|/)${pattern}$`);
  return tree.some((file) => ends.test(file));
}
