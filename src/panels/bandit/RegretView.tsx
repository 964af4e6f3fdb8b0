import { useMemo } from 'react';
import { useStore } from 'zustand';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { RegretPlot } from '../../plots/bandit/RegretPlot.tsx';
import { type RegretLine, type RegretScale, tableRows } from '../../plots/bandit/regretPlot.ts';
import { formatNumber } from '../../plots/frame/format.ts';
import type { Bandit } from '../../store/bandit.ts';
import { Part } from '../ui/Part.tsx';
import styles from './Bandit.module.css';
import { banditLines } from './banditLines.ts';

/** Cumulative regret of every agent as plot and table. */
export function RegretView({ bandit, scale }: { readonly bandit: Bandit; readonly scale: RegretScale }) {
  const record = useStore(bandit.store, (state) => state.record);
  const lines = useMemo(() => banditLines(record), [record]);
  return (
    <>
      <div className={styles.plot} data-plot="regret">
        <Part>
          <RegretPlot lines={lines} scale={scale} run={lines.map(({ name }) => name).join()} />
        </Part>
      </div>
      {record.interactions > 0 && (
        <details className={styles.numbers}>
          <summary>{t('The numbers')}</summary>
          <Numbers lines={lines} />
        </details>
      )}
    </>
  );
}

function Numbers({ lines }: { readonly lines: readonly RegretLine[] }) {
  const rows = tableRows(lines[0]?.totals.length ?? 0);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('Cumulative regret, in rewards')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('mushrooms')}</th>
            {lines.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{formatWhole(row)}</th>
              {lines.map(({ name, totals }) => (
                <td key={name}>{formatNumber(totals[row - 1] ?? Number.NaN)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
