import path from 'node:path';
import type { Plugin } from 'vite';

/** `new Worker(new URL('./x.ts', import.meta.url), { type: 'module' })`, the form in which the page starts every worker. */
const started = /new Worker\(\s*new URL\('(\.[^']+)', import\.meta\.url\),\s*\{[^}]*\},?\s*\)/g;

/**
 * Vite plugin: inlines the script of every worker as a Blob. A page that is opened from a file or in a sandbox has an opaque
 * origin and cannot load a worker by its URL.
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
