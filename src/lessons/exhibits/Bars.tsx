import { formatNumber } from '../../plots/frame/format.ts';
import styles from './Bars.module.css';

/** One bar: a named number in the colour of its concept. */
export interface BarRow {
  readonly name: string;
  readonly value: number;
  /** The value as it is shown, where it is rounded together with others. */
  readonly text?: string;
  readonly concept: 'prior' | 'posterior' | 'exact' | 'data' | 'ink';
}

interface BarsProps {
  readonly title: string;
  readonly rows: readonly BarRow[];
  readonly unit: string;
  /** The value of a bar of full length; a larger value extends the scale. */
  readonly longest: number;
}

/** Numbers of one unit as bars on a common scale; negative ones extend to the left of zero. */
export function Bars({ title, rows, unit, longest }: BarsProps) {
  const most = Math.max(longest, ...rows.map(({ value }) => value));
  const least = Math.min(0, ...rows.map(({ value }) => value));
  const share = (value: number) => (100 * value) / (most - least);
  return (
    <table className={styles.bars}>
      <caption>{title}</caption>
      <tbody>
        {rows.map(({ name, value, text, concept }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={styles.number}>
              {text ?? formatNumber(value)} {unit}
            </td>
            <td className={styles.track}>
              <span
                className={styles.bar}
                data-concept={concept}
                style={{
                  marginInlineStart: `${share(Math.min(value, 0) - least)}%`,
                  width: `${share(Math.abs(value))}%`,
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
