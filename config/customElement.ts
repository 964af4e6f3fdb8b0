import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { afterSite } from './afterSite.ts';
import { elementLocales } from './i18n/plugins.ts';

/** File names of the element's modules, the same in every build. */
export const elementFiles = ['bayes-playground.js', 'embed-page.js'] as const;

/**
 * Vite plugin: builds `<bayes-playground>` into dist-lib after the site, and copies it next to the site's pages, from where
 * other pages load it. The element is one small module; a second module, loaded when an element is started, contains the
 * whole playground: the text of `embed.html`.
 */
export function customElement(target: string): Plugin {
  return afterSite('custom-element', async ({ root, site }) => {
    const page = await readFile(path.join(site, 'embed.html'), 'utf8');
    const library = path.join(root, 'dist-lib');
    await build({
      configFile: false,
      root,
      publicDir: false,
      logLevel: 'warn',
      // Vite does not define NODE_ENV in library mode, but packages read it.
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      plugins: [embedPage(page), elementLocales()],
      build: {
        target,
        outDir: library,
        emptyOutDir: false,
        lib: { entry: 'src/embed/define.ts', formats: ['es'], fileName: 'bayes-playground' },
        rolldownOptions: {
          checks: { bundlerTimings: false },
          output: { chunkFileNames: '[name].js', minify: true, comments: { legal: false } },
        },
        reportCompressedSize: false,
      },
    });
    for (const file of elementFiles) await copyFile(path.join(library, file), path.join(site, file));
  });
}

/** Vite plugin: `virtual:embed-page` exports the page as a string. */
function embedPage(page: string): Plugin {
  const id = 'embed-page';
  return {
    name: 'embed-page',
    resolveId: (source) => (source === 'virtual:embed-page' ? id : null),
    load: (asked) => (asked === id ? `export const page = ${JSON.stringify(page)};` : null),
  };
}
