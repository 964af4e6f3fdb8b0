import { afterEach, expect, it } from 'vitest';
import { currentLanguage, setLocale, sourceLocale, t, tRich } from '../../src/i18n/index.ts';
import { chooseLanguage, languages } from '../../src/i18n/languages.ts';
import { formatFixed, formatWhole, withDecimalMark } from '../../src/i18n/numbers.ts';

afterEach(() => setLocale(sourceLocale));

it('English messages say themselves, with their values and plurals', () => {
  expect(t('Copy link')).toBe('Copy link');
  expect(t('Open at step {step}', { step: '1,200' })).toBe('Open at step 1,200');
  const weights = '{count, plural, one {# weight} other {# weights}}';
  expect([1, 2].map((count) => t(weights, { count }))).toEqual(['1 weight', '2 weights']);
});

it('another language says what its catalogue has, and the rest in English', () => {
  setLocale({ tag: 'de', catalogue: { 'Open at step {step}': 'Bei Schritt {step} öffnen' } });
  expect(currentLanguage()).toBe('de');
  expect(t('Open at step {step}', { step: '12' })).toBe('Bei Schritt 12 öffnen');
  expect(t('Copy link')).toBe('Copy link');
});

it('a message in parts keeps what is no text where its language wants it', () => {
  const formula = { formula: 'w = μ' };
  const values = { formula, share: '40 %' };
  expect(tRich('{formula} costs {share}', values)).toEqual([formula, ' costs 40 %']);
  setLocale({ tag: 'de', catalogue: { '{formula} costs {share}': 'Es kostet {share}: {formula}' } });
  expect(tRich('{formula} costs {share}', values)).toEqual(['Es kostet 40 %: ', formula]);
});

it('numbers are written as the language writes them', () => {
  expect([formatWhole(1234), formatFixed(1.5, 2), withDecimalMark('-0.25')]).toEqual([
    '1,234',
    '1.50',
    '-0.25',
  ]);
  setLocale({ tag: 'de', catalogue: {} });
  expect([formatWhole(1234), formatFixed(1.5, 2), withDecimalMark('-0.25')]).toEqual([
    '1.234',
    '1,50',
    '-0,25',
  ]);
});

it('the address chooses the language, then the reader’s browser; English where neither is known', () => {
  expect(chooseLanguage('de', ['en-GB'])).toBe('de');
  expect(chooseLanguage('de-CH', ['en-GB'])).toBe('de');
  expect(chooseLanguage('ar-xb', [])).toBe('ar-XB');
  expect(chooseLanguage('tlh', ['fr-FR', 'de-AT', 'en'])).toBe('de');
  expect(chooseLanguage(null, ['en-US', 'de'])).toBe('en');
  expect(chooseLanguage(null, ['ar-XB', 'fr'])).toBe('en');
  expect(chooseLanguage('toString', [])).toBe('en');
});

it('pseudo-locales disguise every word of a message, and none of its values', () => {
  const weights = '{name} has {count, plural, one {# weight} other {# weights}}';
  const values = { name: 'dense1', count: 1200 };
  setLocale(languages['en-XA'].load());
  const accented = t(weights, values);
  expect(accented).toMatch(/^⟦dense1 .* 1,200 .*⟧$/);
  expect(accented).not.toMatch(/has|weights/);
  expect(t('Training stopped answering').length).toBeGreaterThan(1.35 * 'Training stopped answering'.length);
  setLocale(languages['ar-XB'].load());
  expect(t(weights, values)).toBe('\u200Fdense1 \u202Ehas\u202C 1,200 \u202Eweights\u202C\u200F');
  expect(languages['ar-XB'].direction).toBe('rtl');
});
