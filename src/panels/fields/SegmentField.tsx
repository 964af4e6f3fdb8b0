import styles from './Field.module.css';
import { Field, type FieldWords } from './Field.tsx';
import type { Choice } from './MenuField.tsx';
import segments from './Segments.module.css';
import { type PathsTo, useField } from './useField.ts';

interface SegmentFieldProps extends FieldWords {
  readonly path: PathsTo<string>;
  readonly choices: readonly Choice[];
}

/** A choice between two or three, all in sight; one that is refused says why underneath. */
export function SegmentField({ path, choices, ...words }: SegmentFieldProps) {
  const { value, changed, restarts, set, reset } = useField(path);
  const refusals = choices.flatMap(({ refused }) => refused ?? []);
  return (
    <Field {...words} changed={changed} restarts={restarts} onReset={reset}>
      {(ids) => (
        <>
          <div
            className={segments.segments}
            role="radiogroup"
            aria-labelledby={ids.label}
            aria-describedby={ids.description}
          >
            {choices.map((choice) => (
              <label key={choice.value} title={choice.refused}>
                <input
                  type="radio"
                  {...(choice.value === value ? { id: ids.control } : {})}
                  name={ids.control}
                  value={choice.value}
                  checked={choice.value === value}
                  disabled={choice.refused !== undefined}
                  onChange={() => set(choice.value)}
                />
                {choice.label}
              </label>
            ))}
          </div>
          {refusals.map((refusal) => (
            <p key={refusal} className={styles.note}>
              {refusal}
            </p>
          ))}
        </>
      )}
    </Field>
  );
}
