import type { DescriptionLength, MessagePart } from '../../experiment/scores/descriptionLength.ts';
import { t } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';
import { inUnits } from './costUnits.ts';
import styles from './MdlPlot.module.css';

interface MdlPlotProps {
  readonly length: DescriptionLength;
  /** Number of weights. */
  readonly weights: number;
  /** Number of targets. */
  readonly targets: number;
  /** Whether targets are real numbers, whose code length depends on their precision. */
  readonly continuous: boolean;
}

interface Row {
  readonly kind: 'weights' | 'data' | 'total' | 'without';
  readonly name: string;
  readonly bits: number;
}

/** Bars of the description length part by part, its total, and the length without a network, in bits. */
export function MdlPlot({ length, weights, targets, continuous }: MdlPlotProps) {
  const bits = (nats: number) => inUnits(nats, 'bits');
  const rows: readonly Row[] = [
    ...length.parts.map(
      (part, i): Row => ({
        kind: part.kind === 'targets' ? 'data' : 'weights',
        name: partName(part.kind, i, targets),
        bits: bits(part.nats),
      }),
    ),
    { kind: 'total', name: t('together: F'), bits: bits(length.total) },
    { kind: 'without', name: t('targets without a network'), bits: bits(length.baseline) },
  ];
  const widest = Math.max(...rows.map((row) => Math.abs(row.bits)), 1);
  const saved = bits(length.baseline) - bits(length.total);
  const ofWeights = rows.reduce((sum, row) => sum + (row.kind === 'weights' ? row.bits : 0), 0);
  const perWeight = formatNumber(ofWeights / Math.max(1, weights));
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

function partName(kind: MessagePart['kind'], index: number, targets: number): string {
  if (kind === 'layer') return t('layer {number}', { number: index + 1 });
  return kind === 'sharpening' ? t('sharpening') : t('{targets} targets, given the weights', { targets });
}
