import { afterEach, expect, it } from 'vitest';
import { speakFor } from '../../src/embed/elementWords.ts';
import { say, sourceWords, speak } from '../../src/i18n/index.ts';

afterEach(() => speak(sourceWords));

it.each([
  ['de', ['en-GB'], 'Dieses Netz trainieren'],
  ['de-AT', [], 'Dieses Netz trainieren'],
  ['en', ['de'], 'Train this network'],
  [null, ['fr', 'de-CH', 'en'], 'Dieses Netz trainieren'],
  [null, ['fr', 'en-US', 'de'], 'Train this network'],
  ['fr', ['de'], 'Dieses Netz trainieren'],
  [null, [], 'Train this network'],
] as const)('with lang %j and a reader of %j the button says %j', (lang, preferred, button) => {
  speakFor(lang, preferred);
  expect(say('Train this network')).toBe(button);
});
