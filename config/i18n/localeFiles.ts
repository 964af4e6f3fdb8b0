import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locale, LocaleFile } from '../../src/i18n/index.ts';
import { type LocaleId, localeIds, locales } from '../../src/i18n/locales.ts';
import { bundledSources, readSources } from '../sourceFiles.ts';
import { checkLocale, type LocaleCheck } from './checkLocale.ts';
import { findMessages, type MessageSet } from './messages.ts';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const folder = path.join(src, 'i18n/locales');

/** A locale of the registry that has a file. */
export interface TranslatedLocale {
  readonly id: LocaleId;
  /** BCP 47. */
  readonly tag: string;
  /** Whether readers can select it, so that it must be complete. */
  readonly offered: boolean;
  readonly file: LocaleFile;
}

/** A locale with the comparison of its translations with the source. */
export interface CheckedLocale extends TranslatedLocale {
  readonly check: LocaleCheck;
}

/** The locales of the registry that have a file, with its content. */
export function readLocales(): TranslatedLocale[] {
  return localeIds
    .filter((id) => 'load' in locales[id])
    .map((id) => ({ id, tag: locales[id].tag, offered: locales[id].offered, file: readLocaleFile(id) }));
}

/** The content of `src/i18n/locales/<id>.json`. */
function readLocaleFile(id: string): LocaleFile {
  return JSON.parse(readFileSync(path.join(folder, `${id}.json`), 'utf8'));
}

/** The ids of all locale files, in the registry or not. */
export function localeFileIds(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => path.basename(name, '.json'));
}

/** The messages that the source uses. Parses all of `src`: takes about a second. */
export function readMessages(): MessageSet {
  return findMessages(readSources(src));
}

/** Every locale of the registry that has a file, compared with the messages that the source uses. */
export function checkLocales({ messages }: MessageSet = readMessages()): CheckedLocale[] {
  return readLocales().map((locale) => ({
    ...locale,
    check: checkLocale(locale.tag, locale.file.messages, messages.keys()),
  }));
}

/** The offered locales by id, each with only the messages that the bundle of a module uses. entry: relative to `src`. */
export function readBundledLocales(entry: string): Record<string, Locale> {
  const used = findMessages(bundledSources(entry, readSources(src))).messages;
  const offered = readLocales().filter((locale) => locale.offered);
  return Object.fromEntries(
    offered.map(({ id, tag, file }) => {
      const messages = Object.entries(file.messages).filter(([message]) => used.has(message));
      return [id, { ...file, tag, messages: Object.fromEntries(messages) }];
    }),
  );
}

/** The file with an empty entry for every missing message and without the unused ones. */
export function updatedFile(file: LocaleFile, { missing, unused }: LocaleCheck): LocaleFile {
  const removed = new Set(unused);
  const kept = Object.entries(file.messages).filter(([message]) => !removed.has(message));
  return { ...file, messages: Object.fromEntries([...missing.map((message) => [message, '']), ...kept]) };
}

/** A locale file as text: JSON, with the messages sorted by code point, so that a change of one message is a change of one line. */
export function localeFileText(file: LocaleFile): string {
  const entries = Object.entries(file.messages).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ ...file, messages: Object.fromEntries(entries) }, null, 2)}\n`;
}

/** Writes `src/i18n/locales/<id>.json`. */
export function writeLocaleFile(id: string, file: LocaleFile): void {
  writeFileSync(path.join(folder, `${id}.json`), localeFileText(file));
}
