import { t } from '../../i18n/index.ts';
import { lessonLocales } from '../../i18n/lessonLocales.ts';
import { locales } from '../../i18n/locales.ts';
import { Icon } from '../../panels/ui/icons.tsx';
import { fileOfPage, type LessonPage, playgroundAddress } from '../addresses.ts';
import { useLesson } from '../parts/LessonContext.ts';

/** The bar at the top of every page: links to the playground, the contents and the other language, and the theme. */
export function LessonBar({ page }: { readonly page: LessonPage }) {
  const { language } = useLesson();
  const link = (to: LessonPage, words: string) => (
    <a
      href={fileOfPage(to, language)}
      data-keeps-theme
      {...(to === page ? { 'aria-current': 'page' as const } : {})}
    >
      {words}
    </a>
  );
  return (
    <header className="bar">
      <a className="home" href={playgroundAddress(language)} data-keeps-theme>
        Bayes by Backprop <span>{t('to the playground')}</span>
      </a>
      <nav aria-label={t('Lessons')}>
        {link('index', t('Contents'))}
        {link('notation', t('Notation'))}
        {link('teacher', t('For teachers'))}
      </nav>
      <div className="settings">
        <nav aria-label={t('Language')}>
          {lessonLocales.map((other) => (
            <a
              key={other}
              href={fileOfPage(page, other)}
              lang={locales[other].tag}
              hrefLang={locales[other].tag}
              data-keeps-theme
              {...(other === language ? { 'aria-current': 'true' as const } : {})}
            >
              {locales[other].name}
            </a>
          ))}
        </nav>
        <Themes />
      </div>
    </header>
  );
}

/** System, light or dark; learn.ts shows it and handles its events. */
function Themes() {
  const themes = [
    { id: 'system', label: t('Theme of the system') },
    { id: 'light', label: t('Light theme') },
    { id: 'dark', label: t('Dark theme') },
  ] as const;
  return (
    <span className="themes" role="radiogroup" aria-label={t('Theme')}>
      {themes.map(({ id, label }) => (
        <label key={id} title={label}>
          <input
            type="radio"
            name="theme"
            value={id}
            aria-label={label}
            defaultChecked={id === 'system'}
            autoComplete="off"
          />
          <Icon name={id} />
        </label>
      ))}
    </span>
  );
}
