import { expect, test } from 'vitest';
import { findMessages } from '../../config/i18n/messages.ts';
import { bundledSources } from '../../config/sourceFiles.ts';

const find = (...texts: string[]) =>
  findMessages(texts.map((text, index) => ({ file: `plots/${index}.ts`, text })));
const messagesOf = (...texts: string[]) => [...find(...texts).messages.keys()].toSorted();

test.each([
  ['a literal', `t('A'); tRich('B', {});`, ['A', 'B']],
  ['a choice of literals', `t(on ? 'A' : 'B');`, ['A', 'B']],
  ['a constant', `const label = 'A'; t(label);`, ['A']],
  ['an entry of a table', `const labels = { on: 'A', off: 'B' }; t(labels[state]);`, ['A', 'B']],
  ['a property of a table', `const ways = { x: { label: 'A', id: 'B' } }; t(ways[id].label);`, ['A']],
  [
    'a destructured property',
    `const ways = { x: { label: 'A' } }; const { label } = ways[id]; t(label);`,
    ['A'],
  ],
])('messages are found in %s', (_what, text, messages) => {
  expect(messagesOf(text)).toEqual(messages);
});

test('an object’s properties may be defined in another file', () => {
  expect(messagesOf(`t(dataset.label);`, `export const moons = { label: 'Moons' };`)).toEqual(['Moons']);
});

test.each([
  ['t(message);', 'plots/0.ts: cannot find the literals of message'],
  [`t(on ? 'A' : other);`, "plots/0.ts: cannot find the literals of on ? 'A' : other"],
  [`t('A' + b);`, "plots/0.ts: cannot find the literals of 'A' + b"],
  [`t('{a} of {b}', { a });`, 'plots/0.ts: "{a} of {b}" has the values [a]; must be [a, b]'],
  [`t('{a}');`, 'plots/0.ts: "{a}" has the values []; must be [a]'],
  [`t('A', { a: 1 });`, 'plots/0.ts: "A" has the values [a]; must be []'],
])('%s is a fault', (text, fault) => {
  expect(find(text).faults).toEqual([fault]);
});

test('values that are not literals are not compared', () => {
  expect(find(`t('{a}', values); t('{a}', { ...values, b });`).faults).toEqual([]);
});

test('a bundle contains the messages of what its entry imports, directly or not, without types and lazy parts', () => {
  const texts = {
    'embed/define.ts': `import { a } from './a.ts'; import type { T } from '../types/t.ts'; import('./lazy.ts');`,
    'embed/a.ts': `export { b } from '../i18n/b.ts';`,
    ...{ 'i18n/b.ts': '', 'types/t.ts': '', 'embed/lazy.ts': '' },
  };
  const sources = Object.entries(texts).map(([file, text]) => ({ file, text }));
  expect(bundledSources('embed/define.ts', sources).map(({ file }) => file)).toEqual([
    ...['embed/define.ts', 'embed/a.ts', 'i18n/b.ts'],
  ]);
});
