import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkLocale, placeholdersOf, summaryOf } from '../../config/i18n/checkLocale.ts';
import {
  checkLocales,
  localeFileIds,
  localeFileText,
  readLocales,
  readMessages,
  updatedFile,
} from '../../config/i18n/localeFiles.ts';
import { setLocale, sourceLocale, t } from '../../src/i18n/index.ts';
import { localeOf } from '../../src/i18n/locales.ts';

// Parsing all of src takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

afterEach(() => setLocale(sourceLocale));

const used = readMessages();
const translated = readLocales();

/** Values of every placeholder: together they select every plural form of English and German. */
const counts = [0, 1, 2, 3, 11, 1234, 1.5, 1_000_000] as const;

test('every call of t() has a message and placeholder values that can be traced to literals', () => {
  expect(used.faults).toEqual([]);
  expect(used.messages.size).toBeGreaterThan(500);
});

test('English messages are valid, with the plural forms of English', () => {
  const english = Object.fromEntries([...used.messages.keys()].map((message) => [message, message]));
  expect(checkLocale(sourceLocale.tag, english, used.messages.keys()).faults).toEqual([]);
});

test('every locale file belongs to a locale of the registry, which loads it', async () => {
  expect(translated.length).toBeGreaterThan(0);
  expect(localeFileIds().toSorted()).toEqual(translated.map(({ id }) => id).toSorted());
  for (const { id, tag, file } of translated) expect(await localeOf(id)).toEqual({ tag, ...file });
});

test.each(checkLocales(used))('$id is complete, unless it is not offered yet', ({ id, offered, check }) => {
  const { missing, ...rest } = check;
  expect(summaryOf(id, { ...rest, missing: offered ? missing : [] })).toBeNull();
});

test.each(translated)('the file of $id is in the order that `npm run i18n -- --write` writes', ({ file }) => {
  expect(JSON.stringify(file, null, 2)).toBe(localeFileText(file).trimEnd());
});

test.each([{ tag: sourceLocale.tag, file: sourceLocale }, ...translated])(
  'messages of $tag format as in Lingui, which implements the whole ICU format',
  ({ tag, file }) => {
    setLocale({ ...file, tag });
    const oracle = setupI18n({ locale: tag, messages: { [tag]: { ...file.messages } } });
    oracle.setMessagesCompiler(compileMessageOrThrow);
    for (const message of used.messages.keys())
      for (const count of counts) {
        const values = Object.fromEntries(placeholdersOf(message).map(({ name }) => [name, count]));
        expect(t(message, values)).toBe(oracle._(message, values));
      }
  },
);

describe('a new locale', () => {
  const english = ['Train', 'Copy link', '{count, plural, one {# weight} other {# weights}}'];
  const polish = {
    decimal: ',',
    thousands: '\u00A0',
    messages: {
      Train: 'Trenuj',
      'Drawn by hand': 'Narysowane',
      '{count, plural, one {# weight} other {# weights}}': '{count, plural, one {# waga} other {# wagi}} ',
    },
  };

  test('is checked for missing, unused and invalid entries', () => {
    const check = checkLocale('pl', polish.messages, english);
    expect(check).toEqual({
      missing: ['Copy link'],
      unused: ['Drawn by hand'],
      faults: [
        '"{count, plural, one {# weight} other {# weights}}" begins or ends with a space',
        '"{count, plural, one {# weight} other {# weights}}" has the plural forms one, other; pl needs few, many, one, other',
      ],
    });
    expect(summaryOf('pl', check)).toBe(
      `locale pl: 1 missing ("Copy link"); 1 unused ("Drawn by hand"); 2 faulty (${check.faults.join(', ')}). ` +
        '"npm run i18n" lists all, "npm run i18n -- --write" adds and removes entries.',
    );
    expect(summaryOf('pl', { missing: english, unused: [], faults: [] })).toMatch(/^locale pl: 3 missing \(/);
  });

  test.each([
    ['Open {step}', '{stp}', 'has the placeholders [stp]; must be [step]'],
    ['Open {step}', '{step', 'is not a valid ICU message'],
    [
      'Open {step}',
      '{step, plural, one {a} other {b}}',
      'has the placeholders [step plural]; must be [step]',
    ],
  ])('%j translated as %j %s', (message, translation, fault) => {
    const { faults } = checkLocale('en', { [message]: translation }, [message]);
    expect(faults).toEqual([`${JSON.stringify(message)} ${fault}`]);
  });

  test('gets empty entries to fill in, which count as missing and appear in English', () => {
    const check = checkLocale('pl', polish.messages, english);
    const file = updatedFile(polish, check);
    expect(Object.keys(JSON.parse(localeFileText(file)).messages)).toEqual(english.toSorted());
    expect(checkLocale('pl', file.messages, english).missing).toEqual(['Copy link']);
    setLocale({ ...file, tag: 'pl' });
    expect(['Train', 'Copy link'].map((message) => t(message))).toEqual(['Trenuj', 'Copy link']);
  });

  test('has its own plural forms and number marks', () => {
    const weights = '{count, plural, one {# weight} other {# weights}}';
    const forms = '{count, plural, one {# waga} few {# wagi} many {# wag} other {# wagi}}';
    setLocale({ ...polish, tag: 'pl', messages: { [weights]: forms } });
    expect([1, 2, 5, 12_000, 1.5].map((count) => t(weights, { count }))).toEqual([
      ...['1 waga', '2 wagi', '5 wag', '12\u00A0000 wag', '1,5 wagi'],
    ]);
  });
});
