/**
 * What pseudo-locales do to messages, so that a page shows where it would break in another language: `accented` is
 * longer, with letters that English lacks, `mirrored` runs from right to left. What did not go through the catalogue stays
 * plain and is found at once.
 */
export type PseudoLocale = 'accented' | 'mirrored';

interface PseudoLocaleStyle {
  /** What becomes of the text of a message; the values within stay as they are. */
  readonly text: (text: string) => string;
  /** What stands around a whole message. */
  readonly before: string;
  readonly after: string;
}

/** How much longer than English: as German and Finnish are, at their worst. */
const STRETCH = 1.4;

const accents: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'í', n: 'ñ', o: 'ö', s: 'š', u: 'ü', y: 'ý', z: 'ž' },
  ...{ A: 'Å', C: 'Ç', E: 'É', I: 'Î', N: 'Ñ', O: 'Ø', S: 'Š', U: 'Û', Y: 'Ý', Z: 'Ž' },
};

export const pseudoLocales: Readonly<Record<PseudoLocale, PseudoLocaleStyle>> = {
  accented: { text: accented, before: '⟦', after: '⟧' },
  mirrored: { text: mirrored, before: '\u200F', after: '\u200F' },
};

/** Accents on the letters, and vowels held until the text is long enough. */
function accented(text: string): string {
  let due = 0;
  return Array.from(text, (letter) => {
    due += STRETCH - 1;
    const worn = accents[letter] ?? letter;
    if (due < 1 || !/[aeiou]/.test(letter)) return worn;
    const held = Math.floor(due);
    due -= held;
    return worn.repeat(1 + held);
  }).join('');
}

/** Every word written from right to left, by the marks that override its direction. */
function mirrored(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, '\u202E$&\u202C');
}
