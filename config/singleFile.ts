import path from 'node:path';
import { type BuildOptions, build, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { assemblyScript } from '../scripts/assemblyscript.mjs';
import { inlineWorkers } from './inlineWorkers.ts';
import { intoOneFile } from './intoOneFile.ts';
import { thirdPartyNotices } from './thirdPartyNotices.ts';

interface Shared extends Pick<UserConfig, 'css'> {
  /** The plugins that compile the sources, the same as in the build of the site. */
  readonly plugins: () => Plugin[];
  readonly target: BuildOptions['target'];
}

/**
 * Vite plugin: adds `embed.html` to the site, the whole playground in one file. It works when it is opened from a disk and in
 * `<iframe sandbox="allow-scripts">`. It is built in a second pass, concurrently with the site.
 */
export function singleFile(shared: Shared): Plugin {
  let pass: Promise<string> | undefined;
  let root = '.';
  return {
    name: 'single-file',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    buildStart() {
      pass = buildPage(root, shared);
      // A rejection is reported by generateBundle, which awaits it.
      pass.catch(() => {});
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'embed.html', source: (await pass) ?? '' });
    },
  };
}

async function buildPage(root: string, { css, plugins, target }: Shared): Promise<string> {
  const notices = thirdPartyNotices();
  const built = await build({
    configFile: false,
    root,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    css: css ?? {},
    plugins: [...plugins(), inlineWorkers(), notices.emit(), intoOneFile(path.join(root, 'public'))],
    worker: {
      // A worker from a Blob cannot load further chunks by relative URL.
      format: 'iife',
      plugins: () => [assemblyScript(), notices.collect()],
      rolldownOptions: { output: { comments: { legal: false } } },
    },
    build: {
      target: target ?? 'es2022',
      write: false,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      cssCodeSplit: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        output: { codeSplitting: false, comments: { legal: false } },
      },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const page = output.find(({ fileName }) => fileName === 'embed.html');
  if (page?.type !== 'asset') throw new Error('the second pass emitted no embed.html');
  return String(page.source);
}
