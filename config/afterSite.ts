import path from 'node:path';
import type { Plugin } from 'vite';

/** Absolute paths of the project and of the site that is built from it. */
interface Folders {
  readonly root: string;
  readonly site: string;
}

/** Vite plugin: calls `act` once the site has been written. Several such plugins run in the order of the configuration. */
export function afterSite(name: string, act: (folders: Folders) => Promise<void>): Plugin {
  let folders: Folders | undefined;
  return {
    name,
    apply: 'build',
    configResolved({ root, build }) {
      folders = { root, site: path.resolve(root, build.outDir) };
    },
    closeBundle: {
      sequential: true,
      async handler() {
        if (folders) await act(folders);
      },
    },
  };
}
