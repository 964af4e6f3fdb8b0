import * as v from 'valibot';
import { t } from '../../i18n/index.ts';
import { formatPlain } from '../../i18n/numbers.ts';
import { type Interval, MAX_INPUTS, type Point } from '../../model/datasets/index.ts';
import { goalWords, readGoal } from '../link/challenge.ts';
import { MAX_POINTS, numberText, packPoints, readNumber, unpackPoints } from './pointsText.ts';

/** A type of field value: which values are allowed, and how a link writes them. */
export interface Kind<T> {
  /** Validates a value. Its messages complete the sentence `0 is not …`. */
  readonly schema: v.GenericSchema<unknown, T>;
  /** Describes the allowed values: `a number between 0.5 and 0.99`. A function, because the locale is set later. */
  readonly allowed: () => string;
  readonly write: (value: T) => string;
  /** The value that a link's text means; text without a meaning is returned as it is, for the schema to refuse. */
  readonly read: (text: string) => unknown;
  /** The numbers allowed; of a list, those of its items. Absent: no numbers. */
  readonly range?: NumberRange;
  /** The values allowed, where they are a few words. */
  readonly options?: readonly string[];
  /** How many items a list has. Absent: no list. */
  readonly length?: { readonly minimum: number; readonly maximum: number };
}

/** An interval of numbers; `schema` knows whether its ends belong to it. */
export interface NumberRange {
  readonly minimum: number;
  readonly maximum: number;
  readonly integer: boolean;
}

const isList = (value: unknown): boolean => Array.isArray(value);

function numberKind(
  schema: v.GenericSchema<unknown, number>,
  allowed: () => string,
  [minimum, maximum]: readonly [number, number],
  integer = false,
): Kind<number> {
  return { schema, allowed, write: numberText, read: readNumber, range: { minimum, maximum, integer } };
}

const aNumber = (): string => t('a number');

/** The ends of a range, formatted for messages. */
const ends = (low: number, high: number) => ({ low: formatPlain(low), high: formatPlain(high) });

/** A number of the closed interval [low, high]. */
export function between(low: number, high: number): Kind<number> {
  const range = (): string => t('between {low} and {high}', ends(low, high));
  const schema = v.pipe(v.number(aNumber), v.minValue(low, range), v.maxValue(high, range));
  return numberKind(schema, () => t('a number between {low} and {high}', ends(low, high)), [low, high]);
}

/** A whole number of the closed interval [low, high]. */
export function wholeBetween(low: number, high: number): Kind<number> {
  const range = (): string => t('between {low} and {high}', ends(low, high));
  const whole = v.integer<number, () => string>(() => t('a whole number'));
  const schema = v.pipe(v.number(aNumber), v.minValue(low, range), v.maxValue(high, range), whole);
  return numberKind(
    schema,
    () => t('a whole number between {low} and {high}', ends(low, high)),
    [low, high],
    true,
  );
}

/** A number above `low`, and at most `high`. */
export function above(low: number, high: number): Kind<number> {
  const range = (): string => t('above {low} and at most {high}', ends(low, high));
  const schema = v.pipe(v.number(aNumber), v.gtValue(low, range), v.maxValue(high, range));
  return numberKind(schema, () => t('a number above {low} and at most {high}', ends(low, high)), [low, high]);
}

/** A number of the open interval (low, high). */
export function inside(low: number, high: number): Kind<number> {
  const range = (): string => t('above {low} and below {high}', ends(low, high));
  const schema = v.pipe(v.number(aNumber), v.gtValue(low, range), v.ltValue(high, range));
  return numberKind(schema, () => t('a number above {low} and below {high}', ends(low, high)), [low, high]);
}

const trueOrFalse = (): string => t('true or false');

export const flag: Kind<boolean> = {
  schema: v.boolean(trueOrFalse),
  allowed: trueOrFalse,
  write: String,
  read: (text) => (text === 'true' ? true : text === 'false' ? false : text),
};

/** One of the given words. */
export function choice<const T extends string>(options: readonly T[]): Kind<T> {
  const allowed = (): string =>
    options.length === 1 ? `${options[0]}` : t('one of {words}', { words: options.join(', ') });
  return {
    schema: v.picklist(options, allowed),
    allowed,
    options,
    write: (value) => value,
    read: (text) => text,
  };
}

/** One of the keys of a registry. */
export function keyOf<T extends string>(registry: Readonly<Record<T, unknown>>): Kind<T> {
  return choice(Object.keys(registry) as T[]);
}

/** Maximum length of a name in characters. */
const MAX_NAME_LENGTH = 60;
const nameWords = (): string =>
  t('a name of 1 to {most} characters, none of them a space at its ends', { most: MAX_NAME_LENGTH });

/** A short name, such as that of a column. */
export const name: Kind<string> = {
  schema: v.pipe(
    v.string(nameWords),
    v.minLength(1, nameWords),
    v.maxLength(MAX_NAME_LENGTH, nameWords),
    v.check((text) => text.trim() === text && !/\p{Surrogate}/u.test(text), nameWords),
  ),
  allowed: nameWords,
  // `.` and two hexadecimal digits encode a byte that links cannot carry. `none` encodes an empty list.
  write: (text) =>
    encodeURIComponent(text)
      .replace(/[.!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
      .replace(/^none$/, '%6eone')
      .replaceAll('%', '.'),
  read: (text) => decoded(text.replaceAll('%', '%25').replace(/\.([0-9a-f]{2})/gi, '%$1')),
};

const termWords = (): string => t('letters, digits and . : _ -, at most 80 of them');

/** A short text that a link carries unencoded. `none` is reserved: it encodes an empty list. */
export const term: Kind<string> = {
  schema: v.pipe(
    v.string(termWords),
    v.regex(/^[A-Za-z0-9.:_-]{1,80}$/, termWords),
    v.check((text) => text !== 'none', termWords),
  ),
  allowed: termWords,
  write: (text) => text,
  read: (text) => text,
};

/** A goal of a challenge, as `readGoal` reads it. */
export const goal: Kind<string> = {
  schema: v.pipe(
    v.string(goalWords),
    v.check((text) => readGoal(text) !== null, goalWords),
  ),
  allowed: goalWords,
  write: (text) => text,
  read: (text) => text,
};

/** Percent-decodes a text; returns it unchanged if its encoding is damaged. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A given word, or a value of another kind. */
export function wordOr<const W extends string, T>(
  word: W,
  { schema, allowed, write, read, ...limits }: Kind<T>,
): Kind<W | T> {
  const either = (): string => t('{word} or {allowed}', { word, allowed: allowed() });
  return {
    schema: v.lazy((value) => (typeof value === 'string' ? v.literal(word, either) : schema)),
    allowed: either,
    write: (value) => (value === word ? word : write(value as T)),
    read: (text) => (text === word ? word : read(text)),
    ...limits,
  };
}

/** A list of `fewest` to `most` items. A link separates items by commas and writes an empty list as `none`. */
export function listOf<T>(item: Kind<T>, fewest: number, most: number, unique: boolean): Kind<readonly T[]> {
  const allowed = (): string =>
    t('a list of {fewest} to {most} items, each {allowed}', { fewest, most, allowed: item.allowed() });
  const length = (): string => t('a list of {fewest} to {most} items', { fewest, most });
  const schema = v.pipe(
    v.custom<readonly unknown[]>(isList, () => t('a list')),
    v.minLength(fewest, length),
    v.maxLength(most, length),
    v.array(item.schema),
    v.check(
      (items) => !unique || new Set(items).size === items.length,
      () => t('a list without repetitions'),
    ),
  );
  return {
    schema,
    allowed,
    write: (items) => (items.length === 0 ? 'none' : items.map(item.write).join(',')),
    read: (text) =>
      text === '' || text === 'none' ? [] : text.split(',').map((part) => item.read(part.trim())),
    ...(item.range && { range: item.range }),
    length: { minimum: fewest, maximum: most },
  };
}

/** Maximum absolute value of a coordinate, whose square can be summed over all points; axes may extend to ten times as far. */
const MAX_COORDINATE = 1e100;
const intervalWords = (): string => t('low,high with low < high, or null');

/** An interval low < high, or null, which a link writes as `auto`. */
export const intervalOrNull: Kind<Interval | null> = {
  schema: v.nullable(
    v.pipe(
      v.custom<readonly unknown[]>(isList, intervalWords),
      v.length(2, intervalWords),
      v.array(between(-10 * MAX_COORDINATE, 10 * MAX_COORDINATE).schema),
      v.check((ends) => ends[0]! < ends[1]!, intervalWords),
      v.transform((ends): Interval => [ends[0]!, ends[1]!]),
    ),
  ),
  allowed: intervalWords,
  write: (ends) => (ends === null ? 'auto' : ends.map(numberText).join(',')),
  read: (text) => (text === 'auto' ? null : text.split(',').map((part) => readNumber(part.trim()))),
};

const coordinate = between(-MAX_COORDINATE, MAX_COORDINATE).schema;
const pointExample = '{"x": [1], "y": 2}';
const inputWords = (): string => t('a list of 1 to {most} numbers', { most: MAX_INPUTS });
const pointWords = (): string => t('a point like {example}', { example: pointExample });
const point = v.pipe(
  v.custom<object>(hasCoordinates, pointWords),
  v.object({
    x: v.pipe(
      v.custom<readonly unknown[]>(isList, inputWords),
      v.minLength(1, inputWords),
      v.maxLength(MAX_INPUTS, inputWords),
      v.array(coordinate),
    ),
    y: coordinate,
  }),
);

function hasCoordinates(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.keys(value).length === 2 &&
    Object.hasOwn(value, 'x') &&
    Object.hasOwn(value, 'y')
  );
}

const pointsWords = (): string => t('a list of at most {most} points', { most: MAX_POINTS });

/** Points with any number of inputs; a link encodes them by packPoints. */
export const pointList: Kind<readonly Point[]> = {
  schema: v.pipe(
    v.custom<readonly unknown[]>(isList, pointsWords),
    v.maxLength(MAX_POINTS, pointsWords),
    v.array(point),
  ),
  allowed: () =>
    t('a list of at most {most} points, each like {example}', {
      most: MAX_POINTS,
      example: pointExample,
    }),
  write: (points) => (points.length === 0 ? 'none' : packPoints(points)),
  read: (text) => (text === '' || text === 'none' ? [] : unpackPoints(text)),
};

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
