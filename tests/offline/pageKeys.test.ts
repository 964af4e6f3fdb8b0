import { expect, it } from 'vitest';
import { pageKeys } from '../../src/offline/pageKeys.ts';

it.each([
  ['', ['']],
  ['index.html', ['']],
  ['learn/', ['learn/']],
  ['learn/index.html', ['learn/']],
  ['learn/index', ['learn/']],
  ['embed.html', ['embed.html', 'embed.html.html']],
  ['learn/one', ['learn/one', 'learn/one.html']],
  ['myindex.html', ['myindex.html', 'myindex.html.html']],
])('the page at %j is cached as one of %j', (path, keys) => {
  expect(pageKeys(path)).toEqual(keys);
});
