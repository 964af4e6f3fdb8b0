import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'vite';

/** The parts of packages that are used here; their types are there only once this folder has been installed. */
interface Esbuild {
  readonly build: (options: object) => Promise<unknown>;
}
interface Stats {
  readonly hasErrors: () => boolean;
  readonly toString: (kind: 'errors-only') => string;
}
type Webpack = (options: object) => {
  readonly run: (done: (error: Error | null, stats?: Stats) => void) => void;
  readonly close: (done: () => void) => void;
};

const require = createRequire(path.resolve('tests/packages/package.json'));

/** A package that this folder installs. */
const installed = <T>(name: string): T => require(name);

/** Bundles a module of a folder, and all that it imports, for Node; returns the path of the program. */
type ServerBuild = (folder: string, entry: string) => Promise<string>;

/** The bundlers of frameworks that render pages on a server, by name. */
export const serverBuilds: Readonly<Record<string, ServerBuild>> = {
  // Astro, SvelteKit, Nuxt, Remix.
  'Vite for a server': async (folder, entry) => {
    await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: { ssr: entry, outDir: 'out-vite', reportCompressedSize: false },
    });
    return path.join(folder, 'out-vite', entry);
  },
  esbuild: async (folder, entry) => {
    const esbuild = installed<Esbuild>('esbuild');
    const outfile = path.join(folder, 'out-esbuild', entry);
    await esbuild.build({
      absWorkingDir: folder,
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
    return outfile;
  },
  // Next.js.
  webpack: async (folder, entry) => {
    const webpack = installed<Webpack>('webpack');
    const filename = entry.replace(/\.js$/, '.cjs');
    const outDir = path.join(folder, 'out-webpack');
    const compiler = webpack({
      context: folder,
      mode: 'development',
      target: 'node',
      devtool: false,
      entry: `./${entry}`,
      output: { path: outDir, filename, chunkFilename: '[id].cjs' },
    });
    await new Promise<void>((done, fail) => {
      compiler.run((error, stats) => {
        if (error || stats?.hasErrors()) fail(error ?? new Error(stats?.toString('errors-only')));
        else compiler.close(() => done());
      });
    });
    return path.join(outDir, filename);
  },
};
