// npm run examples [-- --site URL] [--port N]: builds the pages of examples/ and serves them, with the playground, until Ctrl-C.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Eleventy from '@11ty/eleventy';
import { preview } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds every example into a folder.
 * @param {string} site where the playground is served, with a slash at its end
 * @param {string} folder where the pages go; what was there is gone
 */
export async function buildExamples(site, folder) {
  await rm(folder, { recursive: true, force: true });
  for (const name of ['plain', 'reveal'])
    await copyPages(path.join(root, 'examples', name), path.join(folder, name), site);
  await cp(path.join(root, 'node_modules/reveal.js/dist'), path.join(folder, 'reveal/reveal'), {
    recursive: true,
  });
  process.env.PLAYGROUND_SITE = site;
  const input = path.join(root, 'examples/eleventy');
  const blog = new Eleventy(relative(input), relative(path.join(folder, 'eleventy')), {
    configPath: relative(path.join(input, 'eleventy.config.mjs')),
    quietMode: true,
  });
  await blog.write();
}

/** Copies pages, in which `{{site}}` stands for where the playground is. */
async function copyPages(from, to, site) {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    const text = await readFile(path.join(from, name), 'utf8');
    await writeFile(path.join(to, name), text.replaceAll('{{site}}', site));
  }
}

/** Eleventy wants paths as seen from where it runs. */
function relative(file) {
  return path.relative(process.cwd(), file);
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
