import { expect, test } from 'vitest';
import { brokenHabits } from './habits.ts';

const check = (text: string, file = 'math/x.ts') => brokenHabits({ file, text });

test.each([
  ['a default export', 'export default 1;'],
  ['a default export', 'export default function x() {}'],
  ['a default export', 'const x = 1; export { x as default };'],
  ['an enum', 'export enum Kind { a, b }'],
  ['Math.random', 'export const x = () => Math.random();'],
  ['Math.random', `export const x = () => Math['random']();`],
  ['console', `console.log('x');`],
  ['console', `globalThis.console.log('x');`],
  ['a note of work to do', '// TODO: more'],
  ['a note of work to do', '// FIXME'],
  ['a comment that silences a check', '// @ts-ignore'],
  ['a comment that silences a check', '// @ts-expect-error: for a reason'],
  ['a comment that silences a check', '// biome-ignore lint/a11y/noSvgWithoutTitle: labelled.'],
  ['a comment that silences a check', '/* eslint-disable no-console */'],
  ['more than 400 lines', `${'\n'.repeat(400)}export const x = 1;`],
])('%s is found in %j', (what, text) => {
  expect(check(text)).toEqual([`math/x.ts: ${what}`]);
});

test('the same words are allowed in comments, strings and other names', () => {
  expect(
    check(`// Not Math.random, no enum, no export default, no console.log\nexport const x = 'Math.random';`),
  ).toEqual([]);
  expect(check('switch (1) { default: }')).toEqual([]);
});

test('style sheets have a maximum length', () => {
  expect(check('a {}\n'.repeat(401), 'plots/x.css')).toHaveLength(1);
  expect(check('a {}\n'.repeat(400), 'plots/x.css')).toEqual([]);
});
