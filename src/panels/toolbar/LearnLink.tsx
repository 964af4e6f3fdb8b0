import { currentLanguage, t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';

/** A page that is one file has no lessons beside it. */
export const hasLessons = window.location.protocol.startsWith('http');

/** Where the lessons are, in the language of the page. */
export const lessonsAddress = (): string =>
  currentLanguage() === 'de' ? 'learn/de.html' : 'learn/index.html';

/** Leads to the lessons. named: with its name beside the icon. */
export function LearnLink({ named = false }: { readonly named?: boolean }) {
  if (!hasLessons) return null;
  return (
    <a
      className={buttons.button}
      href={lessonsAddress()}
      aria-label={t('Learn')}
      title={t('Learn: how it works, chapter by chapter')}
    >
      <Icon name="book" />
      {named && t('Learn')}
    </a>
  );
}
