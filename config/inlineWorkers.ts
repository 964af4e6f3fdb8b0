import path from 'node:path';
import type { Plugin } from 'vite';

/** `new Worker(new URL('./x.ts', import.meta.url), { type: 'module' })`, as every worker of the page is started. */
const started = /new Worker\(\s*new URL\('(\.[^']+)', import\.meta\.url\),\s*\{[^}]*\},?\s*\)/g;

/**
 * Puts the program of every worker into the page that starts it, as a Blob: a page opened from a file, or in a sandbox,
 * has no address of its own that a worker could be loaded from.
 */
export function inlineWorkers(): Plugin {
  return {
    name: 'inline-workers',
    enforce: 'pre',
    transform(code, id) {
      const imports: string[] = [];
      const changed = code.replaceAll(started, (_whole, specifier: string) => {
        const name = `InlineWorker${imports.length}`;
        const file = path.resolve(path.dirname(id), specifier);
        imports.push(`import ${name} from ${JSON.stringify(`${file}?worker&inline`)};\n`);
        return `new ${name}()`;
      });
      if (imports.length === 0) return null;
      return { code: imports.join('') + changed, map: null };
    },
  };
}
