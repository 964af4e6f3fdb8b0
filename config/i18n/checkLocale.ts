import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { LocaleFile } from '../../src/i18n/index.ts';

/** What is wrong with the translations of a locale. */
export interface LocaleCheck {
  /** Messages without a translation, or with an empty one. */
  readonly missing: readonly string[];
  /** Messages of the locale that the source does not use. */
  readonly unused: readonly string[];
  /** Translations that are invalid or do not fit their message, one sentence each. */
  readonly faults: readonly string[];
}

type Compiled = ReturnType<typeof compileMessageOrThrow>;

/** Compares the translations of a locale with the messages that the source uses. tag: BCP 47. */
export function checkLocale(
  tag: string,
  messages: LocaleFile['messages'],
  used: Iterable<string>,
): LocaleCheck {
  const wanted = new Set(used);
  const translated = Object.entries(messages).filter(([, translation]) => translation !== '');
  const known = new Set(translated.map(([message]) => message));
  return {
    missing: [...wanted].filter((message) => !known.has(message)).sort(),
    unused: Object.keys(messages).filter((message) => !wanted.has(message)),
    faults: translated.flatMap(([message, translation]) =>
      faultsOf(tag, message, translation).map((fault) => `${JSON.stringify(message)} ${fault}`),
    ),
  };
}

function faultsOf(tag: string, message: string, translation: string): string[] {
  const faults: string[] = [];
  if (translation.trim() !== translation) faults.push('begins or ends with a space');
  let given: readonly Placeholder[];
  try {
    given = placeholdersOf(translation);
  } catch {
    return [...faults, 'is not a valid ICU message'];
  }
  const wanted = namesOf(placeholdersOf(message));
  if (namesOf(given) !== wanted) faults.push(`has the placeholders [${namesOf(given)}]; must be [${wanted}]`);
  const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted().join(', ');
  for (const { format, forms } of given) {
    const named = forms
      .filter((form) => !/^\d/.test(form))
      .toSorted()
      .join(', ');
    if (format === 'plural' && named !== categories)
      faults.push(`has the plural forms ${named}; ${tag} needs ${categories}`);
  }
  return faults;
}

/** A placeholder of a message: `{name}` or `{name, format, form {…} …}`. */
interface Placeholder {
  readonly name: string;
  readonly format: string;
  readonly forms: readonly string[];
}

/** The placeholders of a message, nested ones too. Throws on a message that is not valid ICU. */
export function placeholdersOf(message: string): readonly Placeholder[] {
  return placeholdersIn(compileMessageOrThrow(message));
}

function placeholdersIn(tokens: Compiled): Placeholder[] {
  return tokens.flatMap((token) => {
    if (typeof token === 'string') return [];
    const [name, format = '', cases] = token;
    const forms = Object.entries(typeof cases === 'object' ? (cases ?? {}) : {}).filter(
      (form): form is [string, Compiled] => Array.isArray(form[1]),
    );
    return [
      { name, format, forms: forms.map(([form]) => form) },
      ...forms.flatMap(([, inner]) => placeholdersIn(inner)),
    ];
  });
}

/** Each placeholder once: `count plural, name`. */
function namesOf(placeholders: readonly Placeholder[]): string {
  return [...new Set(placeholders.map(({ name, format }) => `${name} ${format}`.trim()))].sort().join(', ');
}

/** How many messages `summaryOf` quotes. */
const QUOTED = 3;

/** The state of a locale in one line; null where nothing is wrong. id: in `src/i18n/locales.ts`. */
export function summaryOf(id: string, { missing, unused, faults }: LocaleCheck): string | null {
  const parts = [
    countOf(missing, 'missing', JSON.stringify),
    countOf(unused, 'unused', JSON.stringify),
    countOf(faults, 'faulty', String),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return `locale ${id}: ${parts.join('; ')}. "npm run i18n" lists all, "npm run i18n -- --write" adds and removes entries.`;
}

function countOf(items: readonly string[], what: string, quote: (item: string) => string): string | null {
  if (items.length === 0) return null;
  const more = items.length > QUOTED ? ', …' : '';
  return `${items.length} ${what} (${items.slice(0, QUOTED).map(quote).join(', ')}${more})`;
}
