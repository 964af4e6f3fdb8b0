import { comparables } from '../../experiment/comparable.ts';
import { say } from '../../words/index.ts';
import styles from './Compare.module.css';
import { PathMenu, ValueField } from './Differences.tsx';

interface SweepValuesProps {
  /** A field, then its values. */
  readonly sweep: readonly string[];
  readonly onSweep: (sweep: readonly string[]) => void;
}

/** Which control is swept, and over which values. */
export function SweepValues({ sweep, onSweep }: SweepValuesProps) {
  const [path = '', ...values] = sweep;
  return (
    <div className={styles.differences}>
      <PathMenu
        path={path}
        onPath={(next) =>
          onSweep([next, ...(comparables.find((comparable) => comparable.path === next)?.values ?? values)])
        }
      />
      {values.map((value, index) => (
        <ValueField
          key={`${path} ${index}`}
          label={say('Value {number}', { number: index + 1 })}
          path={path}
          text={value}
          onText={(text) => onSweep([path, ...values.map((other, i) => (i === index ? text : other))])}
        />
      ))}
    </div>
  );
}
