import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { preBundled } from '../../config/preBundled.ts';
import { assemblyScript } from '../../scripts/assemblyscript.mjs';

/** The repository's folder, with a slash at the end. */
const project = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The benchmarks are served from this folder, so that the engines and the baselines all get the TensorFlow.js that is
 * installed here: a page must not hold two copies of its core.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [assemblyScript()],
  worker: { format: 'es', plugins: () => [assemblyScript()] },
  optimizeDeps: { include: [...preBundled, '@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'] },
  server: { host: '127.0.0.1', fs: { allow: [project] } },
});
