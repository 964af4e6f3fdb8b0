import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bibtex, citation } from '../../src/lessons/pages/citation.ts';

const fileOf = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

/** The value of a field at the top level of CITATION.cff. */
const field = (name: string) => new RegExp(`^${name}: "?(.*?)"?$`, 'm').exec(fileOf('CITATION.cff'))?.[1];

test('package.json, LICENSE, CITATION.cff and the teacher’s page cite the same', () => {
  const project = JSON.parse(fileOf('package.json'));
  expect(citation).toMatchObject({ version: project.version, license: project.license });
  expect(fileOf('LICENSE')).toContain(`Copyright (c) ${citation.year} ${citation.author}`);
  expect(['title', 'version', 'license'].map(field)).toEqual([
    citation.name,
    citation.version,
    citation.license,
  ]);
  expect(field('abstract')).toBe(project.description);
  expect(fileOf('CITATION.cff')).toContain(`authors:\n  - name: ${citation.author}\n`);
});

test('the BibTeX entry has every part, and its braces close', () => {
  const entry = bibtex();
  for (const part of Object.values(citation)) expect(entry).toContain(String(part));
  let depth = 0;
  const depths = [...entry].map((mark) => {
    depth += mark === '{' ? 1 : mark === '}' ? -1 : 0;
    return depth;
  });
  expect(Math.min(...depths)).toBe(0);
  expect(depths.at(-1)).toBe(0);
});
