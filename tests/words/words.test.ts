import { afterEach, expect, it } from 'vitest';
import { say, speak, spokenLanguage } from '../../src/words/index.ts';

afterEach(() => speak('en-GB', {}));

it('English messages say themselves, with their values and plurals', () => {
  expect(say('Copy link')).toBe('Copy link');
  expect(say('Open at step {step}', { step: '1,200' })).toBe('Open at step 1,200');
  const weights = '{count, plural, one {# weight} other {# weights}}';
  expect([1, 2].map((count) => say(weights, { count }))).toEqual(['1 weight', '2 weights']);
});

it('another language says what its catalogue has, and the rest in English', () => {
  speak('de', { 'Open at step {step}': 'Bei Schritt {step} öffnen' });
  expect(spokenLanguage()).toBe('de');
  expect(say('Open at step {step}', { step: '12' })).toBe('Bei Schritt 12 öffnen');
  expect(say('Copy link')).toBe('Copy link');
});
