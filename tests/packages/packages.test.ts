import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installPackages } from '../../scripts/installPackages.mjs';
import { type Consumer, installPacked, node, packageFolders } from './packed.ts';
import { serverBuilds } from './serverBuilds.ts';

let consumer: Consumer;

beforeAll(async () => {
  await installPackages('tests/packages');
  consumer = await installPacked();
});
afterAll(() => consumer.remove());

const names = { engine: 'bayes-by-backprop', element: 'bayes-playground-element' } as const;
const installed = (folder: keyof typeof names, file: string) =>
  path.join(consumer.folder, 'node_modules', names[folder], file);
/** An executable of the packages that this folder installs. */
const checker = (file: string) => path.resolve('tests/packages/node_modules', file);
const require = createRequire(import.meta.url);
const tsc = path.join(path.dirname(require.resolve('@typescript/native/package.json')), 'bin', 'tsc');

it.each(packageFolders)('publint reports nothing about %s', async (folder) => {
  const publint = checker('publint/src/cli.js');
  const { code, output } = await node(
    [publint, 'run', consumer.tarballs[folder], '--strict'],
    consumer.folder,
  );
  expect(code, output).toBe(0);
  // Suggestions do not change the exit code.
  expect(output).toContain('All good!');
});

it.each(packageFolders)('the types of %s are found by every module resolution', async (folder) => {
  const attw = checker('@arethetypeswrong/cli/dist/index.js');
  const options = ['--profile', 'esm-only', '--no-definitely-typed', '--no-emoji', '--no-color'];
  const { code, output } = await node([attw, consumer.tarballs[folder], ...options], consumer.folder);
  expect(code, output).toBe(0);
});

it.each(packageFolders)('%s has the version of this project, and requires provenance', async (folder) => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  const manifest = JSON.parse(await readFile(installed(folder, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({
    name: names[folder],
    version,
    license: 'MIT',
    publishConfig: { access: 'public', provenance: true },
  });
  expect(manifest).not.toHaveProperty('dependencies');
  expect(await readFile(installed(folder, 'LICENSE'), 'utf8')).toMatch(/^MIT License/);
  expect(await readFile(installed(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8')).toContain('valibot');
});

it('the example of the readme trains, accurate near the data and uncertain far from them', async () => {
  const readme = await readFile(installed('engine', 'README.md'), 'utf8');
  const example = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  await writeFile(path.join(consumer.folder, 'example.js'), `${example}console.log(model.backend);\n`);
  const { code, output } = await node(['example.js'], consumer.folder);
  expect(code, output).toBe(0);
  const [mean, inside, outside, total, backend] = output.trim().split(/\s+/);
  expect(Math.abs(Number(mean) - Math.sin(2.5))).toBeLessThan(0.1);
  expect(Number(outside)).toBeGreaterThan(4 * Number(inside));
  expect(Number(total)).toBeLessThan(100);
  expect(backend).toBe('wasm');
});

it('data in a lazy chunk are in the package', async () => {
  const program = `import { trainExperiment } from 'bayes-by-backprop';
    const { trainingPoints } = await trainExperiment({ dataset: { id: 'digits' } }, { steps: 1 });
    console.log(trainingPoints[0].x.length);`;
  await writeFile(path.join(consumer.folder, 'digits.js'), program);
  expect((await node(['digits.js'], consumer.folder)).output.trim()).toBe('64');
});

const resolutions = { bundler: 'esnext', nodenext: 'nodenext' } as const;

const rightUse = `import { type TrainedModel, trainExperiment } from 'bayes-by-backprop';
import { BayesPlayground } from 'bayes-playground-element';

const model: TrainedModel = await trainExperiment({ prior: { sigma: 0.5 } }, { steps: 10 });
const [first] = await model.predict([[0]]);
export const mean: number = first && 'mean' in first ? first.mean : Number.NaN;
export const name: string = model.experiment.dataset.id;

const element: BayesPlayground = document.createElement('bayes-playground');
element.experiment = { version: 1 };
element.addEventListener('status', ({ detail }) => element.step(detail.running ? 1 : detail.step));
element.addEventListener('error', ({ detail }) => detail.message.toUpperCase());
element.addEventListener('click', (event) => event.clientX);
export const complexity: number = (await element.getSnapshot()).freeEnergy.complexityCost;
`;

const wrongUses = [
  [`import { trainExperiment } from 'bayes-by-backprop'; trainExperiment({}, { step: 10 });`, 'TS2561'],
  [
    `import 'bayes-playground-element';
     document.createElement('bayes-playground').addEventListener('status', ({ detail }) => detail.steps);`,
    'TS2551',
  ],
] as const;

it.each(Object.entries(resolutions))(
  'correct programs in strict TypeScript compile and incorrect ones do not, with module resolution %s',
  async (moduleResolution, module) => {
    const base = { strict: true, noEmit: true, target: 'es2022', lib: ['es2022', 'dom'], types: [], module };
    const check = async (text: string) => {
      await writeFile(path.join(consumer.folder, 'use.ts'), text);
      const project = { compilerOptions: { ...base, moduleResolution }, files: ['use.ts'] };
      await writeFile(path.join(consumer.folder, 'tsconfig.json'), JSON.stringify(project));
      return node([tsc, '-p', '.'], consumer.folder);
    };
    expect(await check(rightUse)).toEqual({ code: 0, output: '' });
    // Errors depend on the types, not on how they are resolved.
    if (moduleResolution === 'bundler')
      for (const [text, fault] of wrongUses) expect((await check(text)).output).toContain(fault);
  },
);

it('the element that pages load from the site is the one in the package', async () => {
  for (const file of ['bayes-playground.js', 'embed-page.js'])
    expect((await readFile(installed('element', file))).equals(await readFile(path.join('dist', file)))).toBe(
      true,
    );
});

const serverProgram = `import { BayesPlayground } from 'bayes-playground-element';
console.log(typeof BayesPlayground, typeof customElements, typeof HTMLElement);
`;
const onServer = { code: 0, output: 'function undefined undefined\n' };

it('a server imports the element, which defines nothing there', async () => {
  await writeFile(path.join(consumer.folder, 'server.js'), serverProgram);
  expect(await node(['server.js'], consumer.folder)).toEqual(onServer);
});

it.each(Object.entries(serverBuilds))(
  'a program that %s bundles with the element runs on a server',
  async (_, build) => {
    await writeFile(path.join(consumer.folder, 'server.js'), serverProgram);
    const program = await build(consumer.folder, 'server.js');
    // The bundle needs no package: nothing but the element was imported.
    expect(await node([program], consumer.folder)).toEqual(onServer);
  },
);

const typesOfReact = {
  18: path.resolve('tests/packages/node_modules/@types/react-18'),
  19: path.dirname(require.resolve('@types/react/package.json')),
};

const rightElement = `import 'bayes-playground-element';
export const figure = () => <bayes-playground panels="predictive" />;
export const all = () => (
  <bayes-playground id="a" class="wide" lang="de" theme="dark" src="a" poster="b" autoplay={false}
    experiment="dataset.id=cubic" ref={(element) => void element?.play()} />
);
`;
const wrongElements = [`theme="green"`, `autoplay="yes"`, 'panels={3}', 'pannels="cost"'];

it.each(Object.entries(typesOfReact))(
  'TypeScript knows the element and its attributes in JSX of React %s',
  async (_, types) => {
    const place = path.join(consumer.folder, 'node_modules/@types/react');
    await mkdir(path.dirname(place), { recursive: true });
    await rm(place, { recursive: true, force: true });
    await symlink(types, place, 'junction');
    const options = ['--noEmit', '--strict', '--jsx', 'react-jsx', '--module', 'esnext'];
    const check = async (text: string) => {
      await writeFile(path.join(consumer.folder, 'figure.tsx'), text);
      const rest = ['--moduleResolution', 'bundler', '--lib', 'es2022,dom', '--ignoreConfig', 'figure.tsx'];
      return node([tsc, ...options, ...rest], consumer.folder);
    };
    expect(await check(rightElement)).toEqual({ code: 0, output: '' });
    for (const attribute of wrongElements) {
      const { output } = await check(
        `import 'bayes-playground-element';\nexport const figure = () => <bayes-playground ${attribute} />;`,
      );
      expect(output, attribute).toContain('TS2322');
    }
    await rm(place);
  },
);
