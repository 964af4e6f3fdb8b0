import { t } from '../../i18n/index.ts';
import { lessonsLink } from '../../i18n/lessonLocales.ts';
import buttons from '../ui/buttons.module.css';

/** Whether the lessons are deployed with the page; they are not when it is opened from a file. */
const hasLessons = window.location.protocol.startsWith('http');

/** A link to the lessons. */
export function LearnLink() {
  if (!hasLessons) return null;
  const { href, hrefLang } = lessonsLink();
  return (
    <a
      className={buttons.word}
      href={href}
      hrefLang={hrefLang}
      title={t('Learn: how it works, chapter by chapter')}
    >
      {t('Learn')}
    </a>
  );
}
