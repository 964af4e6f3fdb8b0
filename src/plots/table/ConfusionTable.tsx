import { t } from '../../i18n/index.ts';
import styles from './ConfusionTable.module.css';
import type { Confusion } from './confusion.ts';

interface ConfusionTableProps {
  readonly confusion: Confusion | null;
  readonly classNames: readonly string[];
}

/** Confusion matrix: rows counted by actual and predicted class. */
export function ConfusionTable({ confusion, classNames }: ConfusionTableProps) {
  if (!confusion) return <p className={styles.note}>{t('Known with the first prediction.')}</p>;
  const { shown, hasOthers, counts } = confusion;
  const names = [...shown.map((y) => classNames[y] ?? String(y)), ...(hasOthers ? [t('others')] : [])];
  return (
    <div className={styles.scroller}>
      <table className={styles.confusion}>
        <caption>{t('Actual class down, predicted class across')}</caption>
        <thead>
          <tr>
            <td />
            {names.map((name) => (
              <th key={name} scope="col" title={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((of, actual) => {
            const total = of.reduce((sum, count) => sum + count, 0);
            return (
              <tr key={names[actual]}>
                <th scope="row" title={names[actual]}>
                  {names[actual]}
                </th>
                {of.map((count, predicted) => (
                  <td
                    key={names[predicted]}
                    data-right={actual === predicted}
                    style={{ '--share': total > 0 ? count / total : 0 } as React.CSSProperties}
                  >
                    {count}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
