import { expect, test } from 'vitest';
import { comparedIds } from './registryIds.ts';

const found = (text: string) => comparedIds({ file: 'panels/x.tsx', text });

test.each([
  `export const x = (kind: string) => kind === 'dense';`,
  `export const x = (kind: string) => 'laplace' !== kind;`,
  `export const x = (kind: string) => (kind == \`sgd\` ? 1 : 0);`,
  `switch (kind) { case 'iris': break; }`,
  `export const x = kinds.includes('hmc');`,
  `export const x = ['hmc', 'map'].includes(kind);`,
])('%s is found', (text) => {
  expect(found(text)).not.toEqual([]);
});

test.each([
  ['a word of no registry', `export const x = (kind: string) => kind === 'custom';`],
  ['the name of a panel', `export const x = (id: string) => id === 'step';`],
  ['an id that is set', `change({ 'network.kind': 'dense' });`],
  ['an id in a comment', `// kind === 'dense'`],
  ['a property of an entry', `export const x = networks[kind].hasCells;`],
])('%s is not found', (_what, text) => {
  expect(found(text)).toEqual([]);
});
