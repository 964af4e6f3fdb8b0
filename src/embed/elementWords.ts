import { element } from '../i18n/de/element.ts';
import { setLocale, sourceLocale } from '../i18n/index.ts';

/**
 * Speaks as an element is asked to by its `lang`, else as its reader prefers: the first language there is, as its page
 * chooses. Elements of one page may differ, so it is called before each word. preferred: BCP 47 tags, the dearest first.
 */
export function setLocaleFor(lang: string | null, preferred: readonly string[]): void {
  const languages = [...(lang === null ? [] : [lang]), ...preferred].map(
    (tag) => tag.toLowerCase().split('-')[0],
  );
  const german = languages.find((language) => language === 'de' || language === 'en') === 'de';
  setLocale(german ? { tag: 'de', catalogue: element } : sourceLocale);
}
