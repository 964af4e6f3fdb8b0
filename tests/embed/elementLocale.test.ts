import { elementLocales } from 'virtual:element-locales';
import { afterEach, expect, it, test } from 'vitest';
import { setElementLocale } from '../../src/embed/elementLocale.ts';
import { setLocale, sourceLocale, t } from '../../src/i18n/index.ts';
import { offeredIds } from '../../src/i18n/locales.ts';

afterEach(() => setLocale(sourceLocale));

it.each([
  ['de', ['en-GB'], 'Dieses Netz trainieren'],
  ['de-AT', [], 'Dieses Netz trainieren'],
  ['en', ['de'], 'Train this network'],
  [null, ['fr', 'de-CH', 'en'], 'Dieses Netz trainieren'],
  [null, ['fr', 'en-US', 'de'], 'Train this network'],
  ['fr', ['de'], 'Dieses Netz trainieren'],
  [null, [], 'Train this network'],
] as const)('with lang %j and the browser language %j the button reads %j', (lang, preferred, button) => {
  setElementLocale(lang, preferred);
  expect(t('Train this network')).toBe(button);
});

test('the element contains every offered locale but English, and only the messages that it uses', () => {
  expect(Object.keys(elementLocales)).toEqual(offeredIds.filter((id) => id !== 'en'));
  for (const { messages } of Object.values(elementLocales)) {
    expect(messages).toHaveProperty('Train this network');
    expect(Object.keys(messages).length).toBeLessThan(10);
  }
});
