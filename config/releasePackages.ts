import { appendFile, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { build, type Plugin } from 'vite';
import { assemblyScript } from '../scripts/assemblyscript.mjs';
import { afterSite } from './afterSite.ts';
import { elementFiles } from './customElement.ts';
import { thirdPartyNotices } from './thirdPartyNotices.ts';

/** The fields in which the manifests of the packages differ. */
interface Package {
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** File name of the main module and of its types, without extension. */
  readonly main: string;
  readonly sideEffects: false | readonly string[];
  readonly engines?: Readonly<Record<string, string>>;
}

const keywords = ['bayesian-neural-network', 'bayes-by-backprop', 'variational-inference', 'uncertainty'];

/**
 * Vite plugin: writes two packages to dist-lib after the site, ready for `npm publish` and with the version of this project:
 * `engine`, the library, and `element`, `<bayes-playground>`. It must follow the plugin that builds the element.
 */
export function releasePackages(target: string): Plugin {
  return afterSite('release-packages', async ({ root, site }) => {
    const project = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
    await engine(root, target, project);
    await element(root, site, project);
  });
}

async function engine(root: string, target: string, project: Project): Promise<void> {
  const folder = await emptyFolder(root, 'engine');
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    plugins: [assemblyScript(), thirdPartyNotices().emit()],
    build: {
      target,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      lib: { entry: 'src/library/index.ts', formats: ['es'], fileName: 'index' },
      rolldownOptions: {
        checks: { bundlerTimings: false },
        output: { chunkFileNames: '[name].js', comments: { legal: false } },
      },
      reportCompressedSize: false,
    },
  });
  await writeTypes(root, 'src/library/index.ts', 'src/tsconfig.core.json', path.join(folder, 'index.d.ts'));
  await describe(root, folder, project, {
    name: 'bayes-by-backprop',
    description:
      'Bayesian neural networks by Bayes by Backprop, in WebAssembly: experiment in, fitted model out.',
    keywords: [...keywords, 'wasm'],
    main: 'index',
    sideEffects: false,
    engines: project.engines,
  });
}

async function element(root: string, site: string, project: Project): Promise<void> {
  const folder = await emptyFolder(root, 'element');
  for (const file of elementFiles) await copyFile(path.join(root, 'dist-lib', file), path.join(folder, file));
  await copyFile(path.join(site, notices), path.join(folder, notices));
  const types = path.join(folder, 'bayes-playground.d.ts');
  await writeTypes(root, 'src/embed/define.ts', 'src/tsconfig.page.json', types);
  await appendFile(types, await readFile(path.join(root, 'config/packages/jsx.txt'), 'utf8'));
  await describe(root, folder, project, {
    name: 'bayes-playground-element',
    description:
      'A playground of Bayes by Backprop as an element: <bayes-playground> trains inside any page.',
    keywords: [...keywords, 'custom-element', 'web-component'],
    main: 'bayes-playground',
    sideEffects: ['./bayes-playground.js'],
  });
}

const notices = 'THIRD-PARTY-NOTICES.txt';

/** The fields of the project's manifest that the packages copy. */
interface Project {
  readonly version: string;
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly repository?: unknown;
}

/** Creates a folder in dist-lib, or empties it: files of an earlier build would be published. */
async function emptyFolder(root: string, name: string): Promise<string> {
  const folder = path.join(root, 'dist-lib', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Writes the types of all exports of a module to one declaration file without imports. */
async function writeTypes(root: string, entry: string, project: string, file: string): Promise<void> {
  const bundle = await rollup({
    input: path.join(root, entry),
    // Types are checked by `npm test`.
    plugins: [dts({ tsconfig: path.join(root, project), compilerOptions: { noCheck: true } })],
  });
  await bundle.write({ file, format: 'es' });
  await bundle.close();
}

/** Writes the manifest, the readme and the licence of a package. */
async function describe(root: string, folder: string, project: Project, own: Package): Promise<void> {
  const { name, description, keywords: words, main, sideEffects, engines } = own;
  const { version, license, repository } = project;
  const manifest = {
    name,
    version,
    description,
    keywords: words,
    license,
    // npm compares it with the repository that the provenance statement names.
    ...(repository ? { repository } : {}),
    type: 'module',
    sideEffects,
    exports: {
      '.': { types: `./${main}.d.ts`, default: `./${main}.js` },
      './package.json': './package.json',
    },
    files: ['*.js', '*.d.ts', notices],
    ...(engines ? { engines } : {}),
    publishConfig: { access: 'public', provenance: true },
  };
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await copyFile(
    path.join(root, 'config/packages', `${path.basename(folder)}.md`),
    path.join(folder, 'README.md'),
  );
  await copyFile(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
}
