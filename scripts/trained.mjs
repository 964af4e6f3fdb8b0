// npm run trained [-- NAME …]: trains the runs that lessons open with (src/lessons/trained/runs.ts) and writes their files.
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
  server: { middlewareMode: true, hmr: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { trainedNames, fileOfRun } = await server.ssrLoadModule('/tests/lessons/trained/trainRun.ts');

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !trainedNames.includes(name));
if (unknown.length > 0) {
  console.error(`no such run: ${unknown.join(', ')}; there are ${trainedNames.join(', ')}`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : trainedNames) {
  const text = await fileOfRun(name);
  writeFileSync(`${root}src/lessons/trained/files/${name}.json`, text);
  console.log(`${name}: ${(text.length / 1000).toFixed(1)} kB`);
}
await server.close();
