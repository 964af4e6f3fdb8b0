const day = String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})`;
const named = String.raw`\d{1,2}[- ]\p{L}{3,9}\.?[- ](?:\d{4}|\d{2})|\p{L}{3,9}\.? \d{1,2}, \d{4}`;
const time = String.raw`\d{1,2}[:.]\d{2}(?::\d{2}|\.\d{2})?(?:[.,]\d+)?(?: ?[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?`;
const date = new RegExp(`^(?:${day}|${named})(?:[T ]${time})?$`, 'iu');
const timeOfDay = /^\d{1,2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]m)?|\.\d{2}\.\d{2})$/i;
const MAX_LENGTH = 40;

/** Whether a trimmed cell writes a date, a time of day, or both. */
export function isDate(cell: string): boolean {
  return cell.length <= MAX_LENGTH && (date.test(cell) || timeOfDay.test(cell));
}
