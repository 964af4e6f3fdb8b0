import styles from './Field.module.css';
import { Field, type FieldWords } from './Field.tsx';
import type { Choice } from './MenuField.tsx';
import { Segments } from './Segments.tsx';
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
          <Segments
            value={value}
            choices={choices}
            onChoose={set}
            label={{ labelledBy: ids.label, describedBy: ids.description, chosen: ids.control }}
          />
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
