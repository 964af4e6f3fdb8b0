// npm run trained [-- NAME …]: trains the runs that lessons open with (src/lessons/trained/runs.ts) and writes their files.
// Names with a folder: draws of exact posteriors (posteriors.ts) and networks of different width (widths.ts); these take minutes.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { assemblyScript } from './assemblyscript.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const server = await createServer({
  configFile: false,
  root,
  logLevel: 'warn',
  plugins: [assemblyScript()],
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { fileNames, contentsOf } = await server.ssrLoadModule('/tests/lessons/trained/shippedFiles.ts');

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !fileNames.includes(name));
if (unknown.length > 0) {
  console.error(`no such file: ${unknown.join(', ')}; there are ${fileNames.join(', ')}`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : fileNames) {
  const text = await contentsOf(name);
  const file = name.includes('/') ? name : `files/${name}`;
  writeFileSync(`${root}src/lessons/trained/${file}.json`, text);
  console.log(`${name}: ${(text.length / 1000).toFixed(1)} kB`);
}
await server.close();
