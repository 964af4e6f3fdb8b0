import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { afterSite } from './afterSite.ts';
import { elementLocales } from './i18n/plugins.ts';

/** The modules of the element, by what they are called in every build. */
export const elementFiles = ['bayes-playground.js', 'embed-page.js'] as const;

/**
 * Vite plugin: after the site, builds `<bayes-playground>` into dist-lib, and puts it beside the site's pages, from which
 * other pages load it. It is one small module; the whole playground, which is `embed.html` as text, is a second one that is
 * loaded when an element is started.
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
      // A library is not told by itself what it is built for; packages ask in Node's way.
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

/** The page as a module of its own. */
function embedPage(page: string): Plugin {
  const id = 'embed-page';
  return {
    name: 'embed-page',
    resolveId: (source) => (source === 'virtual:embed-page' ? id : null),
    load: (asked) => (asked === id ? `export const page = ${JSON.stringify(page)};` : null),
  };
}
