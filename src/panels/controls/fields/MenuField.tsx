import { t } from '../../../i18n/index.ts';
import styles from './Field.module.css';
import { Field, type FieldWords } from './Field.tsx';
import { Refusals } from './Refusals.tsx';
import { type PathsTo, useField } from './useField.ts';
import { useRefusals } from './useRefusals.ts';

/** An entry of a menu: the value that it sets, and its label. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** The heading above it and its neighbours of the same group. */
  readonly group?: string;
}

interface MenuFieldProps extends FieldWords {
  readonly path: PathsTo<string>;
  readonly choices: readonly Choice[];
  /** Label above a menu of full width, instead of next to it. */
  readonly wide?: boolean;
  /** Without the reasons for excluded entries underneath. */
  readonly brief?: boolean;
}

/** The entries of a registry as menu choices, in the language of the page. */
export function choicesOf(registry: Readonly<Record<string, { readonly label: string }>>): Choice[] {
  return Object.entries(registry).map(([value, { label }]) => ({ value, label: t(label) }));
}

/** A choice from a list, as a native menu. Entries that the rules exclude are greyed out, with the reason underneath. */
export function MenuField({ path, choices, wide, brief = false, ...words }: MenuFieldProps) {
  const field = useField(path);
  const refusals = useRefusals(
    path,
    choices.map(({ value }) => value),
  );
  const option = (choice: Choice) => (
    <option key={choice.value} value={choice.value} disabled={refusals[choices.indexOf(choice)] !== null}>
      {choice.label}
    </option>
  );
  return (
    <Field {...words} field={field} inline={!wide}>
      {(ids) => (
        <>
          <select
            id={ids.control}
            className={styles.menu}
            value={field.value}
            aria-describedby={ids.description}
            aria-invalid={field.fault !== null}
            onChange={(event) => field.set(event.target.value)}
          >
            {grouped(choices).map(({ group, entries }) =>
              group === undefined ? (
                entries.map(option)
              ) : (
                <optgroup key={group} label={group}>
                  {entries.map(option)}
                </optgroup>
              ),
            )}
          </select>
          {!brief && <Refusals refusals={refusals} />}
        </>
      )}
    </Field>
  );
}

/** Collects adjacent entries of the same group. */
function grouped(choices: readonly Choice[]): readonly { group: string | undefined; entries: Choice[] }[] {
  const groups: { group: string | undefined; entries: Choice[] }[] = [];
  for (const choice of choices) {
    if (groups.at(-1)?.group === choice.group && groups.length > 0) groups.at(-1)!.entries.push(choice);
    else groups.push({ group: choice.group, entries: [choice] });
  }
  return groups;
}
