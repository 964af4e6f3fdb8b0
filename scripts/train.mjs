// npm run train -- …: builds the command if it is missing or older than its sources, then runs it.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { assemblyScript } from './assemblyscript.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const built = path.join(root, 'node_modules', '.cache', 'train', 'main.mjs');

/** Modification time of the newest file below a folder, in milliseconds since 1970. */
function newest(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const full = path.join(folder, entry.name);
    return Math.max(latest, entry.isDirectory() ? newest(full) : statSync(full).mtimeMs);
  }, 0);
}

if (!existsSync(built) || statSync(built).mtimeMs < newest(path.join(root, 'src')))
  await build({
    root,
    configFile: false,
    plugins: [assemblyScript()],
    logLevel: 'warn',
    build: {
      ssr: path.join(root, 'src/cli/main.ts'),
      outDir: path.dirname(built),
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'main.mjs' } },
    },
    ssr: { noExternal: true },
  });

const { main } = await import(pathToFileURL(built).href);
await main(process);
