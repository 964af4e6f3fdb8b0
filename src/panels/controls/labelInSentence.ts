import { currentLocale } from '../../i18n/index.ts';

/** The label of a menu entry as it is written within a sentence: in lower case, unless the locale capitalizes nouns. */
export function labelInSentence(label: string): string {
  const { capitalizesNouns, tag } = currentLocale();
  return capitalizesNouns ? label : label.toLocaleLowerCase(tag);
}
