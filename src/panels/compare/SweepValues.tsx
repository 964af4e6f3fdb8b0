import type { Comparable } from '../../experiment/link/comparable.ts';
import { t } from '../../i18n/index.ts';
import styles from './Compare.module.css';
import { PathMenu, ValueField } from './Differences.tsx';

interface SweepValuesProps {
  /** What can be chosen. */
  readonly menu: readonly Comparable[];
  /** A field, then its values. */
  readonly sweep: readonly string[];
  readonly onSweep: (sweep: readonly string[]) => void;
}

/** Which control is swept, and over which values. */
export function SweepValues({ menu, sweep, onSweep }: SweepValuesProps) {
  const [path = '', ...values] = sweep;
  return (
    <div className={styles.differences}>
      <PathMenu
        menu={menu}
        path={path}
        onPath={(next) =>
          onSweep([next, ...(menu.find((comparable) => comparable.path === next)?.values ?? values)])
        }
      />
      {values.map((value, index) => (
        <ValueField
          key={`${path} ${index}`}
          label={t('Value {number}', { number: index + 1 })}
          path={path}
          text={value}
          onText={(text) => onSweep([path, ...values.map((other, i) => (i === index ? text : other))])}
        />
      ))}
    </div>
  );
}
