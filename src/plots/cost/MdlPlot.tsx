import type { DescriptionLength, MessagePart } from '../../experiment/scores/descriptionLength.ts';
import { t } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';
import { formatMultiple, lastPlace, roundSum } from '../frame/formatSum.ts';
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
  /** The bits as they are shown. */
  readonly text: string;
}

/** Bars of the description length part by part, its total, and the length without a network, in bits. */
export function MdlPlot({ length, weights, targets, continuous }: MdlPlotProps) {
  const bits = (nats: number) => inUnits(nats, 'bits');
  const parts = length.parts.map(({ nats }) => bits(nats));
  const baseline = bits(length.baseline);
  const place = lastPlace(Math.max(...[...parts, bits(length.total), baseline].map(Math.abs)));
  const rounded = roundSum(parts, place);
  const roundedBaseline = roundSum([baseline], place).total;
  const savedText = formatMultiple(Math.abs(roundedBaseline - rounded.total), place);
  const rows: readonly Row[] = [
    ...length.parts.map(
      ({ kind }, i): Row => ({
        kind: kind === 'targets' ? 'data' : 'weights',
        name: partName(kind, i, targets),
        bits: parts[i]!,
        text: formatMultiple(rounded.terms[i]!, place),
      }),
    ),
    {
      kind: 'total',
      name: t('together: F'),
      bits: bits(length.total),
      text: formatMultiple(rounded.total, place),
    },
    {
      kind: 'without',
      name: t('targets without a network'),
      bits: baseline,
      text: formatMultiple(roundedBaseline, place),
    },
  ];
  const widest = Math.max(...rows.map((row) => Math.abs(row.bits)), 1);
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
              <td className={styles.bits}>{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.verdict}>
        {roundedBaseline >= rounded.total
          ? t('The network saves {bits} bits; {perWeight} bits a weight.', { bits: savedText, perWeight })
          : t('The network costs {bits} bits more than it saves; {perWeight} bits a weight.', {
              bits: savedText,
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
