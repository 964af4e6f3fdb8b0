import { type NumberMarks, numberFormat, pluralRules } from './formats.ts';

/** Values for the placeholders of a message, by name. */
export type Values = Readonly<Record<string, string | number>>;

/** A part of a parsed message: text, a placeholder, or the forms of a plural by category (`one`, `=0`). */
export type Part =
  | string
  | { readonly name: string }
  | { readonly name: string; readonly forms: Readonly<Record<string, readonly Part[]>> };

/** `#`: the number of the plural that encloses it. */
const HASH: Part = { name: '#' };

/**
 * Parses a message in a subset of the ICU format: `{name}`, `{count, plural, =0 {none} one {# weight} other {# weights}}`
 * and `'{'` for a brace. A parser of the whole format is a download ten times as large, needed before the first training
 * step; `tests/i18n/locales.test.ts` compares this one with Lingui. transform: applied to every piece of text.
 */
export function parseMessage(message: string, transform: (text: string) => string = String): readonly Part[] {
  let at = 0;
  return parts(false);

  function parts(inForm: boolean): Part[] {
    const found: Part[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') found.push(transform(text));
      text = '';
    };
    while (at < message.length && !(inForm && message[at] === '}')) {
      const character = message[at++]!;
      if (character === "'") text += quoted(inForm);
      else if (character === '{') {
        flush();
        found.push(value());
      } else if (character === '#' && inForm) {
        flush();
        found.push(HASH);
      } else text += character;
    }
    flush();
    return found;
  }

  /** The text after an apostrophe: `''` is one apostrophe; before a brace it starts a quotation up to the next. */
  function quoted(inForm: boolean): string {
    const next = message[at] ?? '';
    if (next === "'") at++;
    if (!(inForm ? /[{}#]/ : /[{}]/).test(next)) return "'";
    const end = message.indexOf("'", at);
    const text = message.slice(at, end < 0 ? undefined : end);
    at = end < 0 ? message.length : end + 1;
    return text;
  }

  function value(): Part {
    const name = until(/[,}]/);
    if (message[at - 1] === '}') return { name };
    until(/,/);
    const forms: Record<string, readonly Part[]> = {};
    while (at < message.length) {
      const form = until(/[{}]/);
      if (message[at - 1] !== '{') break;
      forms[form] = parts(true);
      at++;
    }
    return { name, forms };
  }

  /** Consumes the characters up to and including the first that matches; returns those before it, trimmed. */
  function until(end: RegExp): string {
    const from = at;
    while (at < message.length && !end.test(message[at]!)) at++;
    return message.slice(from, at++).trim();
  }
}

/** The parts of a locale that are needed to fill a message. */
interface MessageLocale extends NumberMarks {
  /** BCP 47. */
  readonly tag: string;
}

/** Replaces the placeholders of a message by values. count: the number of the enclosing plural. */
export function fillMessage(
  message: readonly Part[],
  values: Values,
  locale: MessageLocale,
  count = 0,
): string {
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part === HASH) return numberFormat(locale)(Number.isInteger(count) ? ',d' : ',.3~f', count);
      const value = values[part.name] ?? '';
      if (!('forms' in part)) return String(value);
      const number = Number(value);
      const { forms } = part;
      const form = forms[`=${number}`] ?? forms[pluralRules(locale.tag).select(number)] ?? forms.other ?? [];
      return fillMessage(form, values, locale, number);
    })
    .join('');
}
