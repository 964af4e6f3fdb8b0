// npm run examples [-- --site URL] [--port N]: builds the pages of examples/ and serves them, with the playground, until Ctrl-C.
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { preview } from 'vite';
import { installPackages } from './installPackages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = path.join(root, 'examples');
const packages = path.join(examples, 'node_modules');

/**
 * Builds every example into a folder. Installs the packages of `examples` first if they are missing.
 * @param {string} site where the playground is served, with a slash at its end
 * @param {string} folder where the pages are written; its earlier contents are deleted
 */
export async function buildExamples(site, folder) {
  await installPackages('examples');
  await rm(folder, { recursive: true, force: true });
  for (const name of ['plain', 'reveal'])
    await copyPages(path.join(examples, name), path.join(folder, name), site);
  await cp(path.join(packages, 'reveal.js/dist'), path.join(folder, 'reveal/reveal'), { recursive: true });
  await buildBlog(site, path.join(folder, 'eleventy'));
}

/** Copies pages, with the address of the playground for `{{site}}`. */
async function copyPages(from, to, site) {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    const text = await readFile(path.join(from, name), 'utf8');
    await writeFile(path.join(to, name), text.replaceAll('{{site}}', site));
  }
}

/** Eleventy takes paths relative to its working directory. */
async function buildBlog(site, folder) {
  const eleventy = path.join(packages, '@11ty/eleventy/cmd.cjs');
  const output = path.relative(examples, folder);
  const options = [
    '--input=eleventy',
    '--config=eleventy/eleventy.config.mjs',
    `--output=${output}`,
    '--quiet',
  ];
  const env = { ...process.env, PLAYGROUND_SITE: site };
  await promisify(execFile)(process.execPath, [eleventy, ...options], { cwd: examples, env });
}

async function serve(folder, port) {
  const options = { configFile: false, root, logLevel: 'silent' };
  return preview({
    ...options,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port, strictPort: false },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { site: { type: 'string' }, port: { type: 'string', default: '4174' } },
  });
  const playground = values.site ? null : await serve(path.join(root, 'dist'), Number(values.port) + 1);
  const folder = path.join(root, 'dist-examples');
  await buildExamples(values.site ?? playground.resolvedUrls.local[0], folder);
  const server = await serve(folder, Number(values.port));
  const [address] = server.resolvedUrls.local;
  for (const page of ['plain/', 'plain/many.html', 'reveal/', 'eleventy/']) console.log(`${address}${page}`);
  console.log('Ctrl-C stops it.');
}
