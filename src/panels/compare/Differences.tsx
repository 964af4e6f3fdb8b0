import { useId, useState } from 'react';
import { type Comparable, comparables, type Difference, labelOf } from '../../experiment/link/comparable.ts';
import { t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';
import styles from './Compare.module.css';

interface DifferencesProps {
  /** Fields that can be chosen. */
  readonly menu: readonly Comparable[];
  readonly differences: readonly Difference[];
  readonly onDifferences: (differences: readonly Difference[]) => void;
}

/** Editor of the fields in which experiment B differs from A. */
export function Differences({ menu, differences, onDifferences }: DifferencesProps) {
  const set = (index: number, difference: Difference) =>
    onDifferences(differences.map((other, i) => (i === index ? difference : other)));
  const unused = menu.filter(({ path }) => !differences.some((difference) => difference.path === path));
  return (
    <ul className={styles.differences} aria-label={t('How B differs')}>
      {differences.map((difference, index) => (
        <li key={difference.path}>
          <span aria-hidden="true">B:</span>
          <PathMenu
            menu={menu}
            path={difference.path}
            onPath={(path) =>
              set(index, { path, text: menu.find((other) => other.path === path)?.values[0] ?? '' })
            }
          />
          <ValueField
            label={t('Value of {path} in B', { path: difference.path })}
            path={difference.path}
            text={difference.text}
            onText={(text) => set(index, { ...difference, text })}
          />
          {differences.length > 1 && (
            <button
              type="button"
              className={buttons.button}
              aria-label={t('B differs no more in {path}', { path: difference.path })}
              onClick={() => onDifferences(differences.filter((_, i) => i !== index))}
            >
              ×
            </button>
          )}
        </li>
      ))}
      {unused[0] && (
        <li>
          <button
            type="button"
            className={buttons.button}
            onClick={() =>
              onDifferences([...differences, { path: unused[0]!.path, text: unused[0]!.values[1] }])
            }
          >
            {t('And in…')}
          </button>
        </li>
      )}
    </ul>
  );
}

/** A menu of comparable fields; a field from a link that is not among them is kept. */
export function PathMenu({
  menu,
  path,
  onPath,
}: {
  readonly menu: readonly Comparable[];
  readonly path: string;
  readonly onPath: (path: string) => void;
}) {
  const listed = menu.some((comparable) => comparable.path === path);
  return (
    <select aria-label={t('Control')} value={path} onChange={(event) => onPath(event.target.value)}>
      {!listed && <option value={path}>{labelOf(path)}</option>}
      {menu.map((comparable) => (
        <option key={comparable.path} value={comparable.path}>
          {t(comparable.label)}
        </option>
      ))}
    </select>
  );
}

interface ValueFieldProps {
  readonly label: string;
  readonly path: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** A value in link notation with suggestions; applied on blur or Enter. */
export function ValueField({ label, path, text, onText }: ValueFieldProps) {
  const list = useId();
  const shown = text.replaceAll('_', ', ');
  const [draft, setDraft] = useState<string | null>(null);
  const take = () => {
    if (draft !== null && draft.trim() !== '' && draft !== shown) onText(draft.replace(/[\s,]+/g, '_'));
    setDraft(null);
  };
  const values = comparables.find((comparable) => comparable.path === path)?.values ?? [];
  return (
    <>
      <input
        type="text"
        size={10}
        list={list}
        aria-label={label}
        value={draft ?? shown}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      <datalist id={list}>
        {values.map((value) => (
          <option key={value} value={value.replaceAll('_', ', ')} />
        ))}
      </datalist>
    </>
  );
}
