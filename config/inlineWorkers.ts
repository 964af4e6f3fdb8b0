import path from 'node:path';
import type { Plugin } from 'vite';

/** Matches `new Worker(new URL('./x.ts', import.meta.url), { type: 'module' })`, the only form that the sources use. */
const construction = /new Worker\(\s*new URL\('(\.[^']+)', import\.meta\.url\),\s*\{[^}]*\},?\s*\)/g;

/**
 * Vite plugin: inlines every worker as a Blob. A page that is opened from a file or in a sandbox has an opaque origin, which
 * cannot load a worker by URL.
 */
export function inlineWorkers(): Plugin {
  return {
    name: 'inline-workers',
    enforce: 'pre',
    transform(code, id) {
      const imports: string[] = [];
      const changed = code.replaceAll(construction, (_whole, specifier: string) => {
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
