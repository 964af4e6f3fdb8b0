import { spokenLanguage } from '../words/index.ts';

/** A whole number with its thousands apart, as the language spoken writes them: 1,240 or 1.240. */
export function wholeNumber(value: number): string {
  return value.toLocaleString(spokenLanguage());
}
