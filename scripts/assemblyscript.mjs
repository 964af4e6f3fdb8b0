import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const cache = path.join(root, 'node_modules', '.cache', 'assemblyscript');
const compiler = path.join(root, 'node_modules', 'assemblyscript');
const run = promisify(execFile);
/** Running compilations by output file: several passes of a build request the same module. */
const compiling = new Map();
const query = '?wasm';
const prefix = '\0assemblyscript:';

/** No runtime and no imports: the caller lays out and grows the memory. */
const options = '-O3 --noAssert --runtime stub --enable simd --use abort='.split(' ');

/**
 * Vite plugin: `import { bytes } from './folder/index.ts?wasm'` compiles AssemblyScript and inlines the module as bytes, so
 * that pages, workers and Node load it in the same way, without a URL.
 *
 * @returns {import('vite').Plugin}
 */
export function assemblyScript() {
  return {
    name: 'assemblyscript',
    enforce: 'pre',
    resolveId(specifier, importer) {
      if (!specifier.endsWith(query) || !importer) return null;
      const file = path.resolve(path.dirname(importer), specifier.slice(0, -query.length));
      // Without the extension: other plugins would compile it as TypeScript.
      return `${prefix}${file.replace(/\.ts$/, '')}`;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return null;
      const entry = `${id.slice(prefix.length)}.ts`;
      for (const file of sourcesBeside(entry)) this.addWatchFile(file);
      const base64 = (await compileAssembly(entry)).toString('base64');
      return `export const bytes = Uint8Array.from(atob('${base64}'), (letter) => letter.charCodeAt(0));`;
    },
  };
}

/**
 * Compiles an entry with the files of its folder, or reads the module from the cache if none of them has changed.
 *
 * @param {string} entry
 * @returns {Promise<Buffer>}
 */
async function compileAssembly(entry) {
  // The manifest contains the version of the compiler, which the module depends on.
  const manifest = readFileSync(path.join(compiler, 'package.json'));
  const hash = createHash('sha256').update(manifest).update(options.join(' '));
  for (const file of sourcesBeside(entry)) hash.update(path.basename(file)).update(readFileSync(file));
  const cached = path.join(cache, `${hash.digest('hex').slice(0, 16)}.wasm`);
  if (existsSync(cached)) return readFileSync(cached);
  if (!compiling.has(cached)) compiling.set(cached, compileInto(entry, cached));
  await compiling.get(cached);
  return readFileSync(cached);
}

/**
 * @param {string} entry
 * @param {string} cached
 */
async function compileInto(entry, cached) {
  mkdirSync(cache, { recursive: true });
  // Written to a temporary file and renamed: several builds may run concurrently.
  const unfinished = `${cached}.${randomUUID()}`;
  const command = [path.join(compiler, 'bin', 'asc.js'), path.relative(root, entry), ...options];
  const output = path.relative(root, unfinished);
  await run(process.execPath, [...command, '--outFile', output], { cwd: root }).catch((error) => {
    throw new Error(`AssemblyScript: ${error.stderr || error.message}`);
  });
  renameSync(unfinished, cached);
}

/** @param {string} entry */
function sourcesBeside(entry) {
  const folder = path.dirname(entry);
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return names.sort().map((name) => path.join(folder, name));
}
