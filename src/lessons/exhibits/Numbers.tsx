import styles from './exhibit.module.css';

interface NumbersProps {
  /** Names, and values as text with their units. */
  readonly numbers: readonly (readonly [name: string, value: string])[];
}

/** Numbers of an exhibit, each with its name. */
export function Numbers({ numbers }: NumbersProps) {
  return (
    <dl className={styles.numbers}>
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
