import { t } from '../i18n/index.ts';
import { chooseLanguage, languages, loadLocale } from '../i18n/languages.ts';
import { givenAddress } from './address.ts';

/**
 * The page in the language that its address (`?lang=de`) or its reader asks for; called before anything is said. Null where
 * its words are here already, as English is: nothing waits for them.
 */
export function applyLanguage(): Promise<void> | null {
  const asked = new URLSearchParams(givenAddress().search).get('lang');
  const id = chooseLanguage(asked, navigator.languages);
  const { documentElement } = document;
  documentElement.lang = languages[id].tag;
  documentElement.dir = languages[id].direction;
  if (id === 'en') return null;
  const speaking = loadLocale(id);
  if (speaking) return speaking.then(nameShell);
  nameShell();
  return null;
}

/** Translates the text of index.html, which is in English. */
function nameShell(): void {
  document.title = t('Bayes by Backprop, live: a neural network that knows what it does not know');
  const lead = document.querySelector('.shell-lead');
  if (lead)
    lead.textContent = t(
      'A neural network that knows what it does not know: sure where there are data, unsure where there are none.',
    );
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
