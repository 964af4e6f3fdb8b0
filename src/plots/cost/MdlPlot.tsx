import { t } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';
import styles from './MdlPlot.module.css';
import type { DescriptionLength, MessagePart } from './mdl.ts';

interface MdlPlotProps {
  readonly length: DescriptionLength;
  readonly weights: number;
  readonly targets: number;
  /** Targets that are real numbers have no number of bits but differences. */
  readonly continuous: boolean;
}

/** The message part by part, each as long as it is: with the network and, beside it, without. */
export function MdlPlot({ length: { parts, total, without }, weights, targets, continuous }: MdlPlotProps) {
  const widest = Math.max(...parts.map(({ bits }) => Math.abs(bits)), Math.abs(total), Math.abs(without), 1);
  const saved = without - total;
  const ofWeights = parts.reduce((sum, part) => sum + (part.kind === 'weights' ? part.bits : 0), 0);
  const perWeight = formatNumber(ofWeights / Math.max(1, weights));
  const rows: readonly Row[] = [
    ...parts.map((part) => ({
      ...part,
      name: part.kind === 'data' ? t('{targets} targets, given the weights', { targets }) : part.name,
    })),
    { kind: 'total', name: t('together: F'), bits: total },
    { kind: 'without', name: t('targets without a network'), bits: without },
  ];
  return (
    <div className={styles.mdl}>
      <table>
        <caption className="visually-hidden">{t('Description length in bits')}</caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} data-kind={row.kind}>
              <th scope="row">{row.name}</th>
              <td className={styles.cell}>
                <span
                  className={styles.bar}
                  style={{
                    width: `${(50 * Math.abs(row.bits)) / widest}%`,
                    marginInlineStart: `${row.bits < 0 ? 50 - (50 * Math.abs(row.bits)) / widest : 50}%`,
                  }}
                />
              </td>
              <td className={styles.bits}>{formatNumber(row.bits)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.verdict}>
        {saved >= 0
          ? t('The network saves {bits} bits; {perWeight} bits a weight.', {
              bits: formatNumber(saved),
              perWeight,
            })
          : t('The network costs {bits} bits more than it saves; {perWeight} bits a weight.', {
              bits: formatNumber(-saved),
              perWeight,
            })}
        {continuous &&
          ` ${t('Bits of real numbers depend on their precision: only differences mean something.')}`}
      </p>
    </div>
  );
}

interface Row {
  readonly kind: MessagePart['kind'] | 'total' | 'without';
  readonly name: string;
  readonly bits: number;
}
