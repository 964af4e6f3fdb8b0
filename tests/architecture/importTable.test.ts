import { expect, test } from 'vitest';
import { documentedTable, folderCycles, forbiddenImports } from './importTable.ts';

const check = (file: string, text: string) => forbiddenImports([{ file, text }]);

test.each([
  ['a static import', `import { x } from '../panels/x.ts';`],
  ['a type import', `import type { X } from '../panels/x.ts';`],
  ['an inline import type', `type X = import('../panels/x.ts').X;`],
  ['a side effect', `import '../panels/x.ts';`],
  ['a re-export', `export { x } from '../panels/x.ts';`],
  ['a re-export of all', `export * from '../panels/x.ts';`],
  ['a dynamic import', `const load = () => import('../panels/x.ts');`],
  ['a dynamic import in a template', 'const load = () => import(`../panels/x.ts`);'],
  ['a dynamic import of an unknown path', 'const load = (name: string) => import(name);'],
  ['a worker', `new Worker(new URL('../panels/x.ts', import.meta.url), { type: 'module' });`],
  ['a glob', `import.meta.glob('../panels/*.ts');`],
  ['a file with a query', `import text from '../panels/x.ts?raw';`],
])('math may not import panels by %s', (_how, text) => {
  expect(check('math/random.ts', text)).toHaveLength(1);
});

test('an import in a comment or a string is ignored', () => {
  expect(
    check('math/random.ts', `// import '../panels/x.ts'\nexport const s = "import '../panels/x.ts'";`),
  ).toEqual([]);
});

test('a folder may import itself and the folders in its row', () => {
  expect(
    check(
      'plots/frame/frame.ts',
      `import './ticks.ts'; import '../math/random.ts'; import { scaleLinear } from 'd3';`,
    ),
  ).toEqual([]);
  expect(
    check('panels/controls/fields/Field.tsx', `import '../Group.tsx'; import '../../store/playground.ts';`),
  ).toEqual([]);
});

test('a package may be imported only by the folders whose rows name it', () => {
  expect(check('math/random.ts', `import { scaleLinear } from 'd3';`)).toEqual([
    'math/random.ts imports d3; the packages of math are: nothing',
  ]);
  expect(check('app/main.ts', `import { createRoot } from 'react-dom/client';`)).toEqual([]);
});

test('TensorFlow.js may be imported by the engine only, not by app', () => {
  const text = `import { tensor } from '@tensorflow/tfjs-core';`;
  expect(check('engine/tfjs/forward.ts', text)).toEqual([]);
  expect(check('app/main.ts', text)).toHaveLength(1);
  expect(check('worker/trainer.worker.ts', text)).toHaveLength(1);
});

test('only the worker file may import engines, not even app may', () => {
  const text = `import '../reference/index.ts'; const load = () => import('../engine/tfjs/index.ts');`;
  expect(check('worker/trainer.worker.ts', text)).toEqual([]);
  expect(check('worker/trainingLoop.ts', text)).toHaveLength(2);
  expect(check('app/main.ts', text)).toHaveLength(2);
});

test('the worker file may be started but not imported', () => {
  expect(check('worker/start.ts', `new Worker(new URL('./trainer.worker.ts', import.meta.url));`)).toEqual(
    [],
  );
  expect(check('worker/start.ts', `import './trainer.worker.ts';`)).toHaveLength(1);
});

test('a file outside the folders of the table is refused, and so is an import from outside src', () => {
  expect(check('utils/x.ts', `import './y.ts';`)).toHaveLength(1);
  expect(check('app/main.ts', `import '../../config/x.ts';`)).toHaveLength(1);
});

test('an indirect cycle of folders is found; a chain is no cycle', () => {
  const chain = [
    { file: 'store/a.ts', text: `import '../plots/b.ts';` },
    { file: 'plots/b.ts', text: `import '../panels/c.ts';` },
  ];
  expect(folderCycles(chain)).toEqual([]);
  const back = { file: 'panels/d.ts', text: `import '../store/a.ts';` };
  expect(folderCycles([...chain, back])).toEqual(['store → plots → panels → store']);
});

test('the table of ARCHITECTURE.md is parsed with its exceptions', () => {
  const rows = [
    '| math | nothing |',
    '| reference, engine | math, experiment (engine: TensorFlow.js too) |',
    '| worker | experiment; `trainer.worker.ts` alone: reference |',
    '| app | anything |',
  ];
  expect(documentedTable(`| folder | may import |\n| --- | --- |\n${rows.join('\n')}\n\nText.`)).toEqual({
    math: { folders: [], packages: [] },
    reference: { folders: ['math', 'experiment'], packages: [] },
    engine: { folders: ['math', 'experiment'], packages: ['TensorFlow.js'] },
    worker: { folders: ['experiment'], packages: [] },
    'worker/trainer.worker.ts': { folders: ['experiment', 'reference'], packages: [] },
    app: { folders: 'anything', packages: [] },
  });
});
