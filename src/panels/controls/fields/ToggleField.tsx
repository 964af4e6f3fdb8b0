import styles from './Field.module.css';
import { Field, type FieldWords } from './Field.tsx';
import { type PathsTo, useField } from './useField.ts';

/** Something that is on or off. */
export function ToggleField({ path, ...words }: FieldWords & { readonly path: PathsTo<boolean> }) {
  const { value, changed, restarts, set, reset } = useField(path);
  return (
    <Field {...words} changed={changed} restarts={restarts} onReset={reset} inline>
      {(ids) => (
        <span className={styles.toggle}>
          <input
            id={ids.control}
            type="checkbox"
            checked={value}
            aria-describedby={ids.description}
            onChange={(event) => set(event.target.checked)}
          />
        </span>
      )}
    </Field>
  );
}
