import { t } from '../../i18n/index.ts';
import { lessonsLink } from '../../i18n/lessonLocales.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';

/** Whether the lessons are deployed with the page; they are not when it is opened from a file. */
export const hasLessons = window.location.protocol.startsWith('http');

/** A link to the lessons. named: shows the name next to the icon. */
export function LearnLink({ named = false }: { readonly named?: boolean }) {
  if (!hasLessons) return null;
  const { href, hrefLang } = lessonsLink();
  return (
    <a
      className={buttons.button}
      href={href}
      hrefLang={hrefLang}
      aria-label={t('Learn')}
      title={t('Learn: how it works, chapter by chapter')}
    >
      <Icon name="book" />
      {named && t('Learn')}
    </a>
  );
}
