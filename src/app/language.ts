import { t } from '../i18n/index.ts';
import { chooseLocale, loadLocale, locales } from '../i18n/locales.ts';
import { givenAddress } from './address.ts';

/**
 * Sets the locale of the page from its address (`?lang=de`) or the reader's preferences; must run before any text is
 * translated. Null: the locale is set. A promise: its messages are being downloaded.
 */
export function applyLanguage(): Promise<void> | null {
  const asked = new URLSearchParams(givenAddress().search).get('lang');
  const id = chooseLocale(asked, navigator.languages);
  const { documentElement } = document;
  documentElement.lang = locales[id].tag;
  documentElement.dir = locales[id].direction;
  if (id === 'en') return null;
  const loading = loadLocale(id);
  if (loading) return loading.then(translateShell);
  translateShell();
  return null;
}

/** Translates the texts of index.html, which is written in English. */
function translateShell(): void {
  document.title = t('Bayes by Backprop, live: a neural network that knows what it does not know');
  const heading = document.querySelector('.shell h1');
  if (heading) heading.textContent = t('A network that knows what it does not know');
  const status = document.querySelector('.shell [role=status]');
  if (status) status.textContent = t('Loading the playground…');
  document
    .querySelector('.shell-picture')
    ?.setAttribute(
      'aria-label',
      t(
        'A stored picture of a trained run: the band is narrow where there are data and wide where there are none',
      ),
    );
}
