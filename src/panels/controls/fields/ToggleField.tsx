import styles from './Field.module.css';
import { Field, type FieldWords } from './Field.tsx';
import { type FieldHandle, type PathsTo, useField } from './useField.ts';

/** A checkbox for a field of the experiment. */
export function ToggleField({ path, ...words }: FieldWords & { readonly path: PathsTo<boolean> }) {
  return <Toggle {...words} field={useField(path)} />;
}

/** A checkbox for any value that is true or false. */
export function Toggle({ field, ...words }: FieldWords & { readonly field: ToggleHandle }) {
  return (
    <Field {...words} field={field} inline>
      {(ids) => (
        <span className={styles.toggle}>
          <input
            id={ids.control}
            type="checkbox"
            checked={field.value}
            aria-describedby={ids.description}
            aria-invalid={field.fault !== null}
            onChange={(event) => field.set(event.target.checked)}
          />
        </span>
      )}
    </Field>
  );
}

type ToggleHandle = Omit<FieldHandle<boolean>, 'report' | 'set'> & {
  readonly set: (value: boolean) => unknown;
};
