import styles from './Field.module.css';

/** Why entries cannot be chosen, each reason once. refusals: one an entry, null where it can be chosen. */
export function Refusals({ refusals }: { readonly refusals: readonly (string | null)[] }) {
  return [...new Set(refusals)].map(
    (refusal) =>
      refusal !== null && (
        <p key={refusal} className={styles.note}>
          {refusal}
        </p>
      ),
  );
}
