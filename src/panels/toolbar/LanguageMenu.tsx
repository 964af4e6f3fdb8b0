import { currentLanguage, t } from '../../i18n/index.ts';
import { type LanguageId, languageIds, languages } from '../../i18n/languages.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { Popover } from '../ui/Popover.tsx';
import sheets from '../ui/sheets.module.css';

/** Opens the page again in a language, with the experiment and the points that it has now. */
function openIn(id: LanguageId): void {
  const address = new URL(window.location.href);
  address.searchParams.set('lang', id);
  try {
    window.history.replaceState(window.history.state, '', address);
    window.location.reload();
  } catch {
    // A page from a disk may only change what follows its address.
    window.location.search = address.search;
  }
}

/** The languages that the page can be read in, each by its own name. */
export function LanguageChoices() {
  const offered = languageIds.filter((id) => languages[id].offered);
  return (
    <div role="radiogroup" aria-label={t('Language')}>
      {offered.map((id) => (
        <label key={id} className={sheets.choice} lang={languages[id].tag}>
          <input
            type="radio"
            name="language"
            checked={languages[id].tag === currentLanguage()}
            onChange={() => openIn(id)}
          />
          {languages[id].label}
        </label>
      ))}
    </div>
  );
}

/** The choice of a language, behind a button. */
export function LanguageMenu() {
  return (
    <Popover
      label={t('Language')}
      title={t('Language')}
      align="end"
      className={buttons.button}
      button={<Icon name="language" />}
    >
      <LanguageChoices />
    </Popover>
  );
}
