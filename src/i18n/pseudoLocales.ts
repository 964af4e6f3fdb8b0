/**
 * Transformations of the English text that show where a page would break in another language: `accented` lengthens it and
 * adds accents, `mirrored` writes it from right to left. Text that was not translated stays plain, so tests can find it.
 */
export type PseudoLocale = 'accented' | 'mirrored';

interface PseudoLocaleStyle {
  /** Transforms the text of a message; values are not transformed. */
  readonly text: (text: string) => string;
  /** Enclose the whole message. */
  readonly before: string;
  readonly after: string;
}

/** Length relative to English: about that of the longest German and Finnish translations. */
const STRETCH = 1.4;

const accents: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'í', n: 'ñ', o: 'ö', s: 'š', u: 'ü', y: 'ý', z: 'ž' },
  ...{ A: 'Å', C: 'Ç', E: 'É', I: 'Î', N: 'Ñ', O: 'Ø', S: 'Š', U: 'Û', Y: 'Ý', Z: 'Ž' },
};

export const pseudoLocales: Readonly<Record<PseudoLocale, PseudoLocaleStyle>> = {
  accented: { text: accented, before: '⟦', after: '⟧' },
  mirrored: { text: mirrored, before: '\u200F', after: '\u200F' },
};

/** Adds accents and repeats vowels until the text is `STRETCH` times as long. */
function accented(text: string): string {
  let due = 0;
  return Array.from(text, (letter) => {
    due += STRETCH - 1;
    const accentedLetter = accents[letter] ?? letter;
    if (due < 1 || !/[aeiou]/.test(letter)) return accentedLetter;
    const repeats = Math.floor(due);
    due -= repeats;
    return accentedLetter.repeat(1 + repeats);
  }).join('');
}

/** Encloses every word in marks that override its direction. */
function mirrored(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, '\u202E$&\u202C');
}
