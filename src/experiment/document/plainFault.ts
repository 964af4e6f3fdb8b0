import { t } from '../../i18n/index.ts';
import { editDistance } from '../../math/editDistance.ts';
import { fieldName, valueName } from './fieldNames.ts';
import { type Fault, type FieldPath, fieldAt } from './fields.ts';

/** Maximum number of allowed values that a message lists. */
const MAX_LISTED = 8;
/** Maximum edit distance for a "did you mean" suggestion of a value. */
const MAX_DISTANCE = 3;
/** Minimum length of a value that is suggested because the other contains it. */
const MIN_CONTAINED = 4;
/** Maximum length of a quoted value, in characters. */
const MAX_QUOTED_LENGTH = 40;

/**
 * What is wrong with a value, in the names of the screen: 'Data set: “two-moons” is not in the menu. Did you mean Moons?'.
 * described: how a message shows a value that is no text; allowed: completes 'X is not …'.
 */
export function plainValueFault(path: FieldPath, value: unknown, described: string, allowed: string): string {
  const { options } = fieldAt(path).kind;
  const values = { name: fieldName(path), value: typeof value === 'string' ? quoted(value) : described };
  if (!options) return t('{name}: {value} is not {allowed}.', { ...values, allowed });
  const nearest = typeof value === 'string' ? nearestOption(path, value, options) : null;
  const labels = options.map((option) => valueName(path, option));
  const fault =
    options.length > MAX_LISTED
      ? t('{name}: {value} is not in the menu.', values)
      : t('{name}: {value} is not one of {words}.', { ...values, words: labels.join(', ') });
  if (nearest === null) return fault;
  return `${fault} ${t('Did you mean {nearest}?', { nearest: valueName(path, nearest) })}`;
}

/** The option closest to a misspelt one: few edits away, or one contains the other; null if there is none. */
function nearestOption(path: FieldPath, value: string, options: readonly string[]): string | null {
  const asked = value.toLowerCase();
  const distances = options.map((option) => {
    const contained =
      Math.min(asked.length, option.length) >= MIN_CONTAINED &&
      (asked.includes(option) || option.includes(asked));
    const label = valueName(path, option).toLowerCase();
    return contained
      ? 1
      : Math.min(editDistance(asked, option, MAX_DISTANCE), editDistance(asked, label, MAX_DISTANCE));
  });
  const least = Math.min(...distances);
  // A short word is within three edits of many.
  return least <= Math.min(MAX_DISTANCE, asked.length / 2) ? options[distances.indexOf(least)]! : null;
}

function quoted(text: string): string {
  return `“${text.length > MAX_QUOTED_LENGTH ? `${text.slice(0, MAX_QUOTED_LENGTH)}…` : text}”`;
}

/** The same with what is used instead, and the key that authors of links look for. */
export function plainFallback(fault: Fault, path: FieldPath, used: unknown): string {
  return t('{fault} It is {used} instead ({path}).', {
    fault: plainText(fault),
    used: valueName(path, used),
    path,
  });
}

/** A fault for the people on the page: without the path in front, as a sentence. */
export function plainText({ path, message, plain }: Partial<Fault> & Pick<Fault, 'message'>): string {
  if (plain !== undefined) return plain;
  const place = message.indexOf(': ');
  const text =
    path !== undefined && message.startsWith(path) && place >= path.length
      ? message.slice(place + 2)
      : message;
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!…]$/.test(sentence) ? sentence : `${sentence}.`;
}
