import type { CostUnit } from '../../experiment/document/experiment.ts';
import type { Snapshot } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { inUnits } from '../../plots/cost/costUnits.ts';
import { formatDigits } from '../../plots/frame/format.ts';
import styles from './Compare.module.css';
import { comparisonRows } from './comparisonRows.ts';

/** Significant digits: enough to check the differences. */
const DIGITS = 4;

interface NumbersProps {
  readonly snapshots: readonly (Snapshot | null)[];
  readonly titles: readonly string[];
  readonly units: CostUnit;
}

/** Scores of all runs side by side; for two runs also the difference. */
export function CompareNumbers({ snapshots, titles, units }: NumbersProps) {
  const rows = comparisonRows(snapshots, (nats) => inUnits(nats, units), units);
  const two = snapshots.length === 2;
  return (
    <div className={styles.numbers}>
      <table>
        <caption className="visually-hidden">{t('The runs in numbers')}</caption>
        <thead>
          <tr>
            <td />
            {titles.map((title, i) => (
              <th key={`${i} ${title}`} scope="col">
                {title}
              </th>
            ))}
            {two && <th scope="col">B − A</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, i) => (
                <td key={`${i} ${name}`}>{formatDigits(value ?? Number.NaN, DIGITS)}</td>
              ))}
              {two && <td>{formatDigits((values[1] ?? Number.NaN) - (values[0] ?? Number.NaN), DIGITS)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
