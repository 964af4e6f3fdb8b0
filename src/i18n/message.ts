import { numberFormatsOf, pluralRulesOf } from './formats.ts';

/** What a message may have put into it: `{name}`. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * A message in parts: text, a value by its name, or forms of a plural by what chooses them. Within a form a lone `#` is the
 * number itself, which no text can be taken for: text is a string.
 */
export type Part =
  | string
  | { readonly name: string }
  | { readonly name: string; readonly forms: Readonly<Record<string, readonly Part[]>> };

/** The number of a plural within one of its forms. */
const HASH: Part = { name: '#' };

/**
 * Reads a message in the part of the ICU format that the page needs: `{name}`,
 * `{count, plural, =0 {none} one {# weight} other {# weights}}`, and `'{'` for a brace. The whole format is ten times as much
 * to download, before the first step of training; tests hold this one to it. dress: what becomes of the text.
 */
export function readMessage(message: string, dress: (text: string) => string = String): readonly Part[] {
  let at = 0;
  return parts(false);

  function parts(inForm: boolean): Part[] {
    const found: Part[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') found.push(dress(text));
      text = '';
    };
    while (at < message.length && !(inForm && message[at] === '}')) {
      const sign = message[at++]!;
      if (sign === "'") text += quoted(inForm);
      else if (sign === '{') {
        flush();
        found.push(value());
      } else if (sign === '#' && inForm) {
        flush();
        found.push(HASH);
      } else text += sign;
    }
    flush();
    return found;
  }

  /** After an apostrophe: two are one; before a brace it quotes up to the next. */
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

  /** The word up to a sign, and past it. */
  function until(sign: RegExp): string {
    const from = at;
    while (at < message.length && !sign.test(message[at]!)) at++;
    return message.slice(from, at++).trim();
  }
}

/** The message with its values, as a language writes them. count: of the plural around it. */
export function fillMessage(message: readonly Part[], values: Values, tag: string, count = 0): string {
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part === HASH) return numberFormatsOf(tag).format(Number.isInteger(count) ? ',d' : ',.3~f', count);
      const value = values[part.name] ?? '';
      if (!('forms' in part)) return String(value);
      const number = Number(value);
      const form =
        part.forms[`=${number}`] ?? part.forms[pluralRulesOf(tag).select(number)] ?? part.forms.other ?? [];
      return fillMessage(form, values, tag, number);
    })
    .join('');
}
