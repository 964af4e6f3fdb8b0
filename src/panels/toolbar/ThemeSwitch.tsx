import { t } from '../../i18n/index.ts';
import { useField } from '../controls/fields/useField.ts';
import { Icon } from '../ui/icons.tsx';
import styles from '../ui/sheets.module.css';

const themes = () =>
  [
    { id: 'system', label: t('Theme of the system') },
    { id: 'light', label: t('Light theme') },
    { id: 'dark', label: t('Dark theme') },
  ] as const;

/** Chooses the system, light or dark theme. */
export function ThemeSwitch() {
  const { value, set } = useField('view.theme');
  return (
    <span className={styles.themes} role="radiogroup" aria-label={t('Theme')}>
      {themes().map(({ id, label }) => (
        <label key={id} title={label}>
          <input
            type="radio"
            name="theme"
            aria-label={label}
            checked={id === value}
            onChange={() => set(id)}
          />
          <Icon name={id} />
        </label>
      ))}
    </span>
  );
}
