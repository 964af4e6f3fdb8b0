import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './config/contentSecurityPolicy.ts';
import { customElement } from './config/customElement.ts';
import { localeWarnings } from './config/i18n/plugins.ts';
import { lessons } from './config/lessons.ts';
import { offline } from './config/offline.ts';
import { preBundled } from './config/preBundled.ts';
import { releasePackages } from './config/releasePackages.ts';
import { singleFile } from './config/singleFile.ts';
import { thirdPartyNotices } from './config/thirdPartyNotices.ts';
import { assemblyScript } from './scripts/assemblyscript.mjs';

const host = '127.0.0.1';
const notices = thirdPartyNotices();
const target = 'es2022';
const css = { modules: { generateScopedName: readableClassName } };
/** The plugins that compile the sources, in both builds: of the site and of embed.html. */
const sources = () => [...react(), assemblyScript()];

export default defineConfig({
  // Relative, so that the site works in any folder of a host.
  base: './',
  plugins: [
    ...sources(),
    localeWarnings(),
    lessons({ css }),
    notices.emit(),
    singleFile({ css, plugins: sources, target }),
    contentSecurityPolicy(),
    customElement(target),
    releasePackages(target),
    offline(),
  ],
  css,
  build: {
    target,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        chunkFileNames: ({ name }) => `assets/${partName(name)}-[hash].js`,
        assetFileNames: ({ names }) => `assets/${partName(names[0] ?? '')}-[hash][extname]`,
        // Small chunks that the same pages use are merged: on a phone, requesting each took longer than loading it.
        // The entry chunks are not merged with them, so that they stay small.
        codeSplitting: {
          groups: [
            {
              name: 'first',
              test: /src[\\/](?!app|lessons|offline)/,
              tags: ['$initial'],
              entriesAware: true,
              priority: 1,
            },
            {
              name: 'part',
              test: /src[\\/](panels|plots)/,
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 12000,
            },
          ],
        },
      },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [assemblyScript(), notices.collect()],
    // There are 746 licence headers; THIRD-PARTY-NOTICES.txt has each licence once.
    rolldownOptions: { output: { comments: { legal: false } } },
  },
  optimizeDeps: { include: preBundled },
  server: { host },
  preview: { host },
});

/** The name of a chunk in file names. That of a merged chunk lists all pages that use it, so it is shortened. */
function partName(name: string): string {
  return /^(first|part)~/.exec(name)?.[1] ?? '[name]';
}

/** The class name for CSS modules: `label` in `plots/Axes.module.css` becomes `plots-Axes_label`. */
function readableClassName(local: string, file: string): string {
  const { dir, name } = path.parse(file.split('?')[0] ?? file);
  return `${path.basename(dir)}-${name.replace('.module', '')}_${local}`;
}
