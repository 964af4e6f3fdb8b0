import { afterEach, expect, it } from 'vitest';
import { setLocaleFor } from '../../src/embed/elementWords.ts';
import { setLocale, sourceLocale, t } from '../../src/i18n/index.ts';

afterEach(() => setLocale(sourceLocale));

it.each([
  ['de', ['en-GB'], 'Dieses Netz trainieren'],
  ['de-AT', [], 'Dieses Netz trainieren'],
  ['en', ['de'], 'Train this network'],
  [null, ['fr', 'de-CH', 'en'], 'Dieses Netz trainieren'],
  [null, ['fr', 'en-US', 'de'], 'Train this network'],
  ['fr', ['de'], 'Dieses Netz trainieren'],
  [null, [], 'Train this network'],
] as const)('with lang %j and a reader of %j the button says %j', (lang, preferred, button) => {
  setLocaleFor(lang, preferred);
  expect(t('Train this network')).toBe(button);
});
