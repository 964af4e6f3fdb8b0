import path from 'node:path';
import type { Plugin } from 'vite';

/** Absolute paths of the project and of the site that is built from it. */
interface Folders {
  readonly root: string;
  readonly site: string;
}

/**
 * Vite plugin: calls `act` once the site has been written; not after a failed build, whose error it would hide. Several such
 * plugins run in the order of the configuration.
 */
export function afterSite(name: string, act: (folders: Folders) => Promise<void>): Plugin {
  let folders: Folders | undefined;
  let isWritten = false;
  return {
    name,
    apply: 'build',
    configResolved({ root, build }) {
      folders = { root, site: path.resolve(root, build.outDir) };
    },
    writeBundle() {
      isWritten = true;
    },
    closeBundle: {
      sequential: true,
      async handler() {
        if (folders && isWritten) await act(folders);
      },
    },
  };
}
