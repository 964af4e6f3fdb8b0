import { t } from '../../../i18n/index.ts';
import styles from './Field.module.css';
import { Field, type FieldWords } from './Field.tsx';
import { type PathsTo, useField } from './useField.ts';

/** An entry of a menu: the value it sets, and its name. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Why it cannot be chosen now; absent when it can. */
  readonly refused?: string | undefined;
  /** The heading it stands under, together with its neighbours of the same. */
  readonly group?: string;
}

interface MenuFieldProps extends FieldWords {
  readonly path: PathsTo<string>;
  readonly choices: readonly Choice[];
  /** Label above the menu, the menu as wide as the column. */
  readonly wide?: boolean;
}

/** The entries of a registry as menu choices, in the language spoken. */
export function choicesOf(registry: Readonly<Record<string, { readonly label: string }>>): Choice[] {
  return Object.entries(registry).map(([value, { label }]) => ({ value, label: t(label) }));
}

/** A choice from a list, as a native menu; entries that are refused say why underneath. */
export function MenuField({ path, choices, wide, ...words }: MenuFieldProps) {
  const { value, changed, restarts, set, reset } = useField(path);
  const refusals = [...new Set(choices.flatMap(({ refused }) => refused ?? []))];
  return (
    <Field {...words} changed={changed} restarts={restarts} onReset={reset} inline={!wide}>
      {(ids) => (
        <>
          <select
            id={ids.control}
            className={styles.menu}
            value={value}
            aria-describedby={ids.description}
            onChange={(event) => set(event.target.value)}
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

function option({ value, label, refused }: Choice) {
  return (
    <option key={value} value={value} disabled={refused !== undefined}>
      {label}
    </option>
  );
}

/** Neighbours of one group together. */
function grouped(choices: readonly Choice[]): readonly { group: string | undefined; entries: Choice[] }[] {
  const groups: { group: string | undefined; entries: Choice[] }[] = [];
  for (const choice of choices) {
    if (groups.at(-1)?.group === choice.group && groups.length > 0) groups.at(-1)!.entries.push(choice);
    else groups.push({ group: choice.group, entries: [choice] });
  }
  return groups;
}
