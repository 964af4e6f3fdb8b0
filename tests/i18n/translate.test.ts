import { afterEach, expect, it } from 'vitest';
import { currentLocale, type Locale, setLocale, sourceLocale, t, tRich } from '../../src/i18n/index.ts';
import { chooseLocale, loadLocale, locales } from '../../src/i18n/locales.ts';
import { matchLocale } from '../../src/i18n/matchLocale.ts';
import { formatFixed, formatWhole, withDecimalMark } from '../../src/i18n/numbers.ts';

afterEach(() => setLocale(sourceLocale));

const german = (messages: Locale['messages'] = {}): Locale => ({
  ...{ tag: 'de', decimal: ',', thousands: '.' },
  messages,
});

it('English messages are their own translation, with values and plurals', () => {
  expect(t('Copy link')).toBe('Copy link');
  expect(t('Open at step {step}', { step: '1,200' })).toBe('Open at step 1,200');
  const weights = '{count, plural, one {# weight} other {# weights}}';
  expect([1, 2].map((count) => t(weights, { count }))).toEqual(['1 weight', '2 weights']);
});

it('a locale translates the messages that it has and leaves the others in English', () => {
  setLocale(german({ 'Open at step {step}': 'Bei Schritt {step} öffnen', 'Copy code': '' }));
  expect(currentLocale().tag).toBe('de');
  expect(t('Open at step {step}', { step: '12' })).toBe('Bei Schritt 12 öffnen');
  expect(['Copy link', 'Copy code', 'toString'].map((message) => t(message))).toEqual([
    ...['Copy link', 'Copy code', 'toString'],
  ]);
});

it('a rich message keeps non-text values, in the order of the translation', () => {
  const formula = { formula: 'w = μ' };
  const values = { formula, share: '40 %' };
  expect(tRich('{formula} costs {share}', values)).toEqual([formula, ' costs 40 %']);
  setLocale(german({ '{formula} costs {share}': 'Es kostet {share}: {formula}' }));
  expect(tRich('{formula} costs {share}', values)).toEqual(['Es kostet 40 %: ', formula]);
});

it('numbers have the marks of the locale', () => {
  expect([formatWhole(1234), formatFixed(1.5, 2), withDecimalMark('-0.25')]).toEqual([
    '1,234',
    '1.50',
    '-0.25',
  ]);
  setLocale(german());
  expect([formatWhole(1234), formatFixed(1.5, 2), withDecimalMark('-0.25')]).toEqual([
    '1.234',
    '1,50',
    '-0,25',
  ]);
});

it('the address selects the locale, then the preferences of the browser, then English', () => {
  expect(chooseLocale('de', ['en-GB'])).toBe('de');
  expect(chooseLocale('de-CH', ['en-GB'])).toBe('de');
  expect(chooseLocale('ar-xb', [])).toBe('ar-XB');
  expect(chooseLocale('tlh', ['fr-FR', 'de-AT', 'en'])).toBe('de');
  expect(chooseLocale(null, ['en-US', 'de'])).toBe('en');
  expect(chooseLocale(null, ['ar-XB', 'fr'])).toBe('en');
  expect(chooseLocale('toString', [])).toBe('en');
});

it('pseudo-locales transform every word of a message, and none of its values', () => {
  const weights = '{name} has {count, plural, one {# weight} other {# weights}}';
  const values = { name: 'dense1', count: 1200 };
  expect(loadLocale('en-XA')).toBeNull();
  const accented = t(weights, values);
  expect(accented).toMatch(/^⟦dense1 .* 1,200 .*⟧$/);
  expect(accented).not.toMatch(/has|weights/);
  expect(t('Training stopped answering').length).toBeGreaterThan(1.35 * 'Training stopped answering'.length);
  expect(loadLocale('ar-XB')).toBeNull();
  expect(t(weights, values)).toBe('\u200Fdense1 \u202Ehas\u202C 1,200 \u202Eweights\u202C\u200F');
  expect(locales['ar-XB'].direction).toBe('rtl');
});

it('a translated locale is loaded from its file, English without one', async () => {
  await loadLocale('de');
  expect([currentLocale().tag, t('Train this network')]).toEqual(['de', 'Dieses Netz trainieren']);
  expect(loadLocale('en')).toBeNull();
  expect(currentLocale()).toBe(sourceLocale);
});

it('a regional tag selects its language, and an id with a region only that region', () => {
  const ids = ['en', 'pt-BR'] as const;
  expect(matchLocale(ids, ['fr', 'pt-br', 'en'])).toBe('pt-BR');
  expect(matchLocale(ids, ['pt', 'EN-us'])).toBe('en');
  expect(matchLocale(ids, ['enm', ''])).toBeNull();
});
