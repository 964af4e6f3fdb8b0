import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { preBundled } from './config/preBundled.ts';
import { thirdPartyNotices } from './config/thirdPartyNotices.ts';
import { assemblyScript } from './scripts/assemblyscript.mjs';

const host = '127.0.0.1';
const notices = thirdPartyNotices();

export default defineConfig({
  // Relative, so that the built page works in any folder of any site.
  base: './',
  plugins: [react(), assemblyScript(), notices.emit()],
  css: { modules: { generateScopedName: readableClassName } },
  build: { target: 'es2022', rolldownOptions: { checks: { bundlerTimings: false } } },
  worker: {
    format: 'es',
    plugins: () => [assemblyScript(), notices.collect()],
    // 746 licence headers otherwise; the notices say it once.
    rolldownOptions: { output: { comments: { legal: false } } },
  },
  optimizeDeps: { include: preBundled },
  server: { host },
  preview: { host },
});

/** `plots/Axes.module.css` and `label` give `plots-Axes_label`: one name per file, known from its name. */
function readableClassName(local: string, file: string): string {
  const { dir, name } = path.parse(file.split('?')[0] ?? file);
  return `${path.basename(dir)}-${name.replace('.module', '')}_${local}`;
}
