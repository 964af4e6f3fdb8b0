import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LessonLocale, lessonLocales } from '../../src/i18n/lessonLocales.ts';
import german from '../../src/i18n/locales/de.json' with { type: 'json' };

/** Numbers by name: what a text states, or what a run shows. */
export type Values = Readonly<Record<string, number>>;

/** A statement in a text of the site that a number decides. */
export interface Claim {
  /** The file of src; `{locale}` where there is one for each language. */
  readonly file: string;
  /** The statement, word for word, `{name}` for a value. */
  readonly en: string;
  /** The same in German; none: `en` is a message of the interface, whose translation is in de.json, or a document. */
  readonly de?: string;
  /** What is computed, and the rule that decides. */
  readonly how: string;
  /** As rounded in the text, or as measured for the first seed where the text gives no number. */
  readonly values: Values;
  /** Seeds of the runs; none: it is computed without random numbers, or with those of an exhibit. */
  readonly seeds?: readonly number[];
  /** Relative error allowed beside rounding: 0 by default. Machines differ in the last bits of long runs. */
  readonly slack?: number;
  /** Seconds to minutes: computed in the deep tier only. */
  readonly long?: true;
  readonly measure: (seed: number) => Values | Promise<Values>;
  /** What has to be true of the values of every seed, if they need not equal those of the first. */
  readonly holds?: (values: Values) => boolean;
}

const marks = { en: { decimal: '.', thousands: ',' }, de: { decimal: ',', thousands: '.' } } as const;

/** A number as texts write it: 1,438 and 0.5 in English, 1.438 and 0,5 in German. */
export function written(value: number, locale: LessonLocale): string {
  const { decimal, thousands } = marks[locale];
  const [whole, fraction] = String(value).replace('-', '−').split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return fraction ? grouped + decimal + fraction : grouped;
}

/** The statement with its values. */
export function statementOf({ en, de, values }: Claim, locale: LessonLocale): string {
  const statement = locale === 'de' ? (de ?? '') : en;
  return statement.replace(/\{(\w+)\}/g, (whole, name) =>
    name in values ? written(values[name]!, locale) : whole,
  );
}

/** One space for any white space, and no braces around the decimal comma of a formula. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replaceAll('{,}', ',');

/** The text in which the statement has to stand; empty where a message has no translation. */
export function textOf(claim: Claim, locale: LessonLocale): string {
  const { file, en } = claim;
  if (locale === 'de' && isMessage(claim))
    return (german.messages as Readonly<Record<string, string>>)[en] ?? '';
  const address = new URL(`../../src/${file.replace('{locale}', locale)}`, import.meta.url);
  return plain(readFileSync(fileURLToPath(address), 'utf8'));
}

/** Whether the statement is a message of the interface. */
export const isMessage = ({ file, de }: Claim): boolean => de === undefined && !file.endsWith('.md');

/** The languages in which the statement has to stand. */
export const localesOf = ({ file }: Claim): readonly LessonLocale[] =>
  file.endsWith('.md') ? ['en'] : lessonLocales;

/** Whether a measured number is the stated one: equal when rounded to its digits, or within the slack. */
export function agrees(stated: number, measured: number, slack = 0): boolean {
  const digits = String(stated).split('.')[1]?.length ?? 0;
  return Math.abs(measured - stated) <= 0.5 * 10 ** -digits * (1 + 1e-9) + slack * Math.abs(stated);
}
