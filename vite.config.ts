import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkCycles } from './config/chunkCycles.ts';
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
/** The plugins that compile the sources, in both passes of a build. */
const sources = () => [...react(), assemblyScript()];

export default defineConfig({
  // Relative URLs, so that the built page works in any folder of any site.
  base: './',
  plugins: [
    ...sources(),
    localeWarnings(),
    chunkCycles(),
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
        // Small modules that the same pages use share a chunk: on a mobile connection, requesting each separately took longer
        // than loading them. The modules of the first render have a chunk of their own, which stays small.
        codeSplitting: {
          groups: [
            // In a chunk with modules that use it, it would be part of a cycle of chunks, which leaves imports undefined.
            { name: 'react', test: /node_modules[\\/]react[\\/]/, priority: 2 },
            { name: 'dsv', test: /node_modules[\\/]d3-dsv[\\/]/, priority: 2 },
            {
              name: 'first',
              test: /src[\\/](?!app|lessons|offline)/,
              tags: ['$initial'],
              entriesAware: true,
              priority: 1,
            },
            // Used by every view and by the exhibits of the lessons. A group also takes the modules that its own import, so that
            // this one has to come after `first`: with i18n in it, the page would load it, and React, before the first step.
            {
              name: 'glossary',
              test: /src[\\/](plots[\\/]frame[\\/](glossary|useTerm|Term|LessonsFolder)|i18n[\\/]lessonLocales)/,
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
    // Omits 746 licence headers; THIRD-PARTY-NOTICES.txt contains the licences.
    rolldownOptions: { output: { comments: { legal: false } } },
  },
  optimizeDeps: { include: preBundled },
  server: { host },
  preview: { host },
});

/** A shared chunk would be named after all modules that use it; it gets the name of its group instead. */
function partName(name: string): string {
  return /^(first|part)~/.exec(name)?.[1] ?? '[name]';
}

/** `label` in `plots/Axes.module.css` becomes `plots-Axes_label`: readable, and unique per file. */
function readableClassName(local: string, file: string): string {
  const { dir, name } = path.parse(file.split('?')[0] ?? file);
  return `${path.basename(dir)}-${name.replace('.module', '')}_${local}`;
}
