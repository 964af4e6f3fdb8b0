import { expect, test } from 'vitest';
import { fieldPaths } from '../../src/experiment/document/fields.ts';
import { decodeLink, encodeLink } from '../../src/experiment/link/link.ts';
import links from './version1.json' with { type: 'json' };

// These links are published. Lines may be added but never changed: changing a default requires a migration that keeps the old
// one for older links.
test.each(links)('$link opens the same experiment as when it was published', ({ link, experiment }) => {
  const opened = decodeLink(link);
  expect(opened.notices).toEqual([]);
  // Fields added later are not in the fixture.
  expect(opened.experiment).toMatchObject(experiment);
  expect(decodeLink(encodeLink(opened.experiment)).experiment).toEqual(opened.experiment);
});

test('there is a link of every field', () => {
  const spelt = new Set(links.flatMap(({ link }) => link.split('&').map((part) => part.split('=')[0])));
  expect(fieldPaths.filter((path) => !spelt.has(path))).toEqual([]);
});
