import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { challengeLink, challenges } from '../../src/experiment/link/challenges.ts';
import { decodeLink } from '../../src/experiment/link/link.ts';
import { linksIn, withTables } from './document.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const document = path.join(root, 'docs', 'links.md');

test('docs/links.md has every field, challenge and quantity of the source', async () => {
  // Updated by `npm run test:unit -- tests/links -u`.
  await expect(withTables(readFileSync(document, 'utf8'))).toMatchFileSnapshot(document);
});

/** Documents that contain links: documentation, lessons, examples. */
function texts(): readonly string[] {
  const below = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(md|mdx|html|tsx?)$/.test(name) && !name.includes('node_modules'))
      .map((name) => path.join(folder, name));
  const loose = readdirSync(root).filter((name) => /\.(md|html)$/.test(name));
  const folders = readdirSync(root).filter((name) => ['docs', 'src', 'examples', 'learn'].includes(name));
  return [...loose, ...folders.flatMap(below)];
}

test('every link that is written in documents, lessons and examples opens without a notice', () => {
  const found = texts().flatMap((file) =>
    linksIn(readFileSync(path.join(root, file), 'utf8')).map((link) => ({ file, link })),
  );
  expect(found.length).toBeGreaterThan(5);
  const faulty = found.flatMap(({ file, link }) =>
    decodeLink(link).notices.map(({ message }) => `${file}: #${link}: ${message}`),
  );
  expect(faulty).toEqual([]);
});

describe('a challenge by its name', () => {
  test.each(Object.entries(challenges))('%s sets its experiment and its goals', (id, challenge) => {
    const opened = decodeLink(`challenge=${id}`);
    expect(opened).toEqual(decodeLink(challengeLink(challenge)));
    expect(opened.notices).toEqual([]);
    expect(opened.experiment.view.challenge).toEqual(challenge.goals);
  });

  test('other fields of the link are applied on top, in any position', () => {
    const { experiment, notices } = decodeLink('seed=7&challenge=stay-unsure&prior.sigma=0.2');
    expect(notices).toEqual([]);
    expect(experiment).toMatchObject({ seed: 7, dataset: { id: 'blundell' }, prior: { sigma: 0.2 } });
    expect(experiment.view.challenge).toEqual(challenges['stay-unsure'].goals);
  });

  test.each(['toString', '__proto__', 'few', ''])('%s is unknown: the notice names the known ones', (id) => {
    const { experiment, notices } = decodeLink(`challenge=${id}&seed=9`);
    expect(experiment.seed).toBe(9);
    expect(experiment.view.challenge).toEqual([]);
    expect(notices.map(({ message }) => message)).toEqual([
      `challenge: '${id}' is not one of ${Object.keys(challenges).join(', ')}; it is ignored`,
    ]);
  });
});
