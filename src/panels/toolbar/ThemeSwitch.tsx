import { t } from '../../i18n/index.ts';
import { useField } from '../controls/fields/useField.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import sheets from '../ui/sheets.module.css';

const themes = () =>
  [
    { id: 'system', label: t('Theme of the system') },
    { id: 'light', label: t('Light theme') },
    { id: 'dark', label: t('Dark theme') },
  ] as const;

/** Switches between the light and the dark theme. */
export function ThemeButton() {
  const { value, set } = useField('view.theme');
  const isDark =
    value === 'system' ? window.matchMedia('(prefers-color-scheme: dark)').matches : value === 'dark';
  const label = isDark ? t('Light theme') : t('Dark theme');
  return (
    <button
      type="button"
      className={`${buttons.word} ${buttons.icon}`}
      aria-label={label}
      title={label}
      onClick={() => set(isDark ? 'light' : 'dark')}
    >
      <Icon name={isDark ? 'light' : 'dark'} />
    </button>
  );
}

/** Chooses the system, light or dark theme. */
export function ThemeChoices() {
  const { value, set } = useField('view.theme');
  return (
    <div role="radiogroup" aria-label={t('Theme')}>
      {themes().map(({ id, label }) => (
        <label key={id} className={sheets.choice}>
          <input type="radio" name="theme" checked={id === value} onChange={() => set(id)} />
          {label}
        </label>
      ))}
    </div>
  );
}
