import type { ExhibitName } from './exhibits/index.ts';

/** What the contents page says about a text, computed from its MDX source when the site is built. */
export interface ChapterFacts {
  /** Reading time in minutes, at least 1. */
  readonly minutes: number;
  /** The exhibits in their order. */
  readonly exhibits: readonly ExhibitName[];
}

/** Reading speed for technical text, and time for looking at an exhibit. */
export const WORDS_PER_MINUTE = 200;
export const MINUTES_PER_EXHIBIT = 1;

/** A displayed formula is read as slowly as this many words. */
const WORDS_PER_FORMULA = 20;

/** Reading time and exhibits of a text. mdx: its source. */
export function chapterFacts(mdx: string): ChapterFacts {
  const exhibits = [...mdx.matchAll(/<Exhibit name="(\w+)"/g)].map(([, name]) => name as ExhibitName);
  const words = countWords(mdx) / WORDS_PER_MINUTE + exhibits.length * MINUTES_PER_EXHIBIT;
  return { minutes: Math.max(1, Math.round(words)), exhibits };
}

/** Words of the prose, questions and options included; an inline formula counts as one, code and markup as none. */
export function countWords(mdx: string): number {
  const displayed = /\$\$[\s\S]*?\$\$/g;
  const prose = mdx
    .replace(displayed, ' ')
    .replace(/\$[^$]+\$/g, ' formula ')
    .replace(/\b(?:id|name|link|file|only|answer)=(?:"[^"]*"|\{[^}]*\})/g, ' ')
    .replace(/\b(?:question|options|ask)=/g, ' ')
    .replace(/<\/?[A-Z][\w.]*/g, ' ')
    .replace(/\]\([^)]*\)/g, ']');
  const words = prose.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu) ?? [];
  return words.length + WORDS_PER_FORMULA * (mdx.match(displayed)?.length ?? 0);
}
