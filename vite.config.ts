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
/** What reads the sources, in both passes of a build. */
const sources = () => [...react(), assemblyScript()];

export default defineConfig({
  // Relative, so that the built page works in any folder of any site.
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
        // Small parts that the same pages use are one file: with one each, a telephone took longer to ask for them than to
        // load them. What a page begins with stays apart, and so as small as it is.
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
    // 746 licence headers otherwise; the notices say it once.
    rolldownOptions: { output: { comments: { legal: false } } },
  },
  optimizeDeps: { include: preBundled },
  server: { host },
  preview: { host },
});

/** Parts are called by all the pages that use them; others by their own name. */
function partName(name: string): string {
  return /^(first|part)~/.exec(name)?.[1] ?? '[name]';
}

/** `plots/Axes.module.css` and `label` give `plots-Axes_label`: one name per file, known from its name. */
function readableClassName(local: string, file: string): string {
  const { dir, name } = path.parse(file.split('?')[0] ?? file);
  return `${path.basename(dir)}-${name.replace('.module', '')}_${local}`;
}
