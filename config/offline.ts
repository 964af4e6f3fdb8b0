import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const program = 'src/offline/serviceWorker.ts';
/** Files that only crawlers request. */
const excluded = /^robots\.txt$/;

/**
 * Vite plugin: builds the service worker of the site, `sw.js`, and prepends the list of all files of this build and a version,
 * which is a hash of their names and contents. It must be the last plugin.
 */
export function offline(): Plugin {
  let publicFolder = '';
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicFolder = config.publicDir;
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: program, fileName: 'sw.js' });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') throw new Error('the service worker was not built');
        if (worker.imports.length > 0)
          throw new Error(`the service worker must be one file: ${worker.imports.join(', ')}`);
        const contents = new Map<string, string | Uint8Array>();
        for (const file of Object.values(bundle))
          contents.set(file.fileName, file.type === 'chunk' ? file.code : file.source);
        for (const name of readdirSync(publicFolder, { recursive: true, encoding: 'utf8' }))
          if (path.extname(name))
            contents.set(name.replaceAll('\\', '/'), readFileSync(path.join(publicFolder, name)));
        const names = [...contents.keys()].filter((name) => !excluded.test(name)).sort();
        const hash = createHash('sha256');
        for (const name of names) hash.update(name).update(contents.get(name) ?? '');
        const release = {
          version: hash.digest('hex').slice(0, 16),
          files: names.filter((name) => name !== 'sw.js').map(addressOf),
        };
        worker.code = `const release = ${JSON.stringify(release)};\n${worker.code}`;
      },
    },
  };
}

/** Relative URL of a file; hosts serve index.html at the URL of its folder. */
function addressOf(name: string): string {
  return name.replace(/(^|\/)index\.html$/, '$1');
}
