import { Field, type FieldWords } from './Field.tsx';
import type { Choice } from './MenuField.tsx';
import { Refusals } from './Refusals.tsx';
import { Segments } from './Segments.tsx';
import { type PathsTo, useField } from './useField.ts';
import { useRefusals } from './useRefusals.ts';

interface SegmentFieldProps extends FieldWords {
  readonly path: PathsTo<string>;
  readonly choices: readonly Choice[];
}

/** A choice between two or three that are all visible. Those that the rules exclude are disabled, with the reason underneath. */
export function SegmentField({ path, choices, ...words }: SegmentFieldProps) {
  const field = useField(path);
  const refusals = useRefusals(
    path,
    choices.map(({ value }) => value),
  );
  return (
    <Field {...words} field={field}>
      {(ids) => (
        <>
          <Segments
            value={field.value}
            choices={choices.map((choice, i) => ({ ...choice, refused: refusals[i] ?? undefined }))}
            onChoose={field.set}
            label={{ labelledBy: ids.label, describedBy: ids.description, chosen: ids.control }}
          />
          <Refusals refusals={refusals} />
        </>
      )}
    </Field>
  );
}
