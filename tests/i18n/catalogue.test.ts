import { fileURLToPath } from 'node:url';
import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { areas, german } from '../../src/i18n/de/index.ts';
import { setLocale, sourceLocale, t } from '../../src/i18n/index.ts';
import { readSources } from '../architecture/sourceFiles.ts';
import { saidIn } from './messages.ts';

type Compiled = ReturnType<typeof compileMessageOrThrow>;

/** What a value may be: chosen so that every form of a plural comes up. */
const counts = [0, 1, 2, 1234] as const;

const said = saidIn(readSources(fileURLToPath(new URL('../../src', import.meta.url))));

test('every message is written out where it is said, so that it can be looked up', () => {
  expect(said.unknown).toEqual([]);
  expect(said.messages.size).toBeGreaterThan(500);
});

test('German says everything, and nothing else', () => {
  const missing = [...said.messages].filter(([message]) => !Object.hasOwn(german, message));
  expect(missing.map(([message, file]) => `${file}: ${message}`)).toEqual([]);
  expect(Object.keys(german).filter((message) => !said.messages.has(message))).toEqual([]);
});

test('no message is in two catalogues', () => {
  const messages = Object.values(areas).flatMap((area) => Object.keys(area));
  expect(messages.filter((message, index) => messages.indexOf(message) !== index)).toEqual([]);
});

test('German puts in the same values, chosen by the same plurals', () => {
  for (const [message, translation] of Object.entries(german)) {
    expect(argumentsOf(translation), translation).toEqual(argumentsOf(message));
    expect(translation.trim(), message).toBe(translation);
    expect(translation, message).not.toBe('');
  }
});

/** The values of a message, each with how it is put in: `count plural`, `name`; sorted, each once. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const collect = (tokens: Compiled): void => {
    for (const token of tokens) {
      if (typeof token === 'string') continue;
      const [name, kind = '', cases] = token;
      found.add(`${name} ${kind}`.trim());
      if (typeof cases === 'object' && cases !== null)
        for (const inner of Object.values(cases)) if (Array.isArray(inner)) collect(inner);
    }
  };
  collect(compileMessageOrThrow(message));
  return [...found].sort();
}

test('messages are put together as the whole ICU format would', () => {
  for (const words of [sourceLocale, { tag: 'de', catalogue: german }]) {
    setLocale(words);
    const oracle = setupI18n({ locale: words.tag, messages: { [words.tag]: { ...words.catalogue } } });
    oracle.setMessagesCompiler(compileMessageOrThrow);
    for (const message of said.messages.keys())
      for (const count of counts) {
        const names = argumentsOf(message).map((name) => name.split(' ')[0]!);
        const values = Object.fromEntries(names.map((name) => [name, count]));
        expect(t(message, values)).toBe(oracle._(message, values));
      }
  }
  setLocale(sourceLocale);
});
