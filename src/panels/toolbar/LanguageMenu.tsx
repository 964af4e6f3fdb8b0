import { currentLocale, t } from '../../i18n/index.ts';
import { type LocaleId, locales, offeredIds } from '../../i18n/locales.ts';
import sheets from '../ui/sheets.module.css';

/** Reloads the page in a locale. The experiment and its data are in the address and in `history.state`, and so are kept. */
function openIn(id: LocaleId): void {
  const address = new URL(window.location.href);
  address.searchParams.set('lang', id);
  try {
    window.history.replaceState(window.history.state, '', address);
    window.location.reload();
  } catch {
    // On a page opened from a file, replaceState may only change the hash.
    window.location.search = address.search;
  }
}

/** The offered locales, each by the name that it has in its own language. */
export function LanguageChoices() {
  return (
    <div role="radiogroup" aria-label={t('Language')}>
      {offeredIds.map((id) => (
        <label key={id} className={sheets.choice} lang={locales[id].tag}>
          <input
            type="radio"
            name="language"
            checked={locales[id].tag === currentLocale().tag}
            onChange={() => openIn(id)}
          />
          {locales[id].name}
        </label>
      ))}
    </div>
  );
}
