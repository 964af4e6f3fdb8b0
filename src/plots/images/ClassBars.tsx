import type { ReactElement } from 'react';
import type { ClassAnswers } from '../../experiment/pictures/snapshot.ts';
import { t, tRich } from '../../i18n/index.ts';
import { localizeMarks } from '../../i18n/numbers.ts';
import { formatPercent, missing } from '../frame/format.ts';
import { formatShares, formatSum } from '../frame/formatSum.ts';
import { Term } from '../frame/Term.tsx';
import styles from './ImagePlots.module.css';

interface ClassBarsProps {
  readonly answers: ClassAnswers | null;
  readonly row: number;
  readonly classNames: readonly string[];
  /** Null if unknown. */
  readonly trueClass: number | null;
  /** Central probability of the whiskers. */
  readonly interval: number;
}

/** Probabilities in percent that add up to 100 %; '< 0.1 %' in place of 0 for those that are not 0. */
function shareTexts(shares: readonly number[]): readonly string[] {
  return formatShares(shares).map((text, c) =>
    shares[c]! > 0 && shares[c]! < 0.0005 ? localizeMarks('< 0.1 %') : text,
  );
}

/** p(y = c | x, D) of one input as bars, with whiskers over draws, and the decomposition of its entropy. */
export function ClassBars({ answers, row, classNames, trueClass, interval }: ClassBarsProps) {
  const classes = classNames.length;
  const known = answers && answers.totalEntropy.length > row ? answers : null;
  const at = (values: Float64Array | undefined, c: number) => values?.[row * classes + c] ?? 0;
  const entropy = known && formatSum([known.aleatoricEntropy[row]!, known.mutualInformation[row]!]);
  const shares = known && shareTexts(classNames.map((_, c) => at(known.probabilities, c)));
  return (
    <div className={styles.answer}>
      <table className={styles.bars}>
        <caption className="visually-hidden">
          {t('Probability of each class, and {interval} of the draws between the whiskers', {
            interval: formatPercent(interval),
          })}
        </caption>
        <tbody>
          {classNames.map((name, c) => (
            <tr key={name} className={c === trueClass ? styles.true : undefined}>
              <th scope="row">{name}</th>
              <td className={styles.track}>
                <span className={styles.bar} style={{ width: `${100 * at(known?.probabilities, c)}%` }} />
                <span
                  className={styles.whisker}
                  style={{
                    left: `${100 * at(known?.lower, c)}%`,
                    width: `${100 * Math.max(0, at(known?.upper, c) - at(known?.lower, c))}%`,
                  }}
                />
              </td>
              <td className={styles.share}>{shares?.[c] ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.entropies}>
        {tRich<ReactElement>('{entropy} {total} = {aleatoric} + {epistemic} {nats}', {
          entropy: <Term key="entropy" id="entropy" />,
          nats: <Term key="nats" id="nats" />,
          total: <output key="total">{entropy?.total ?? missing}</output>,
          aleatoric: (
            <span key="aleatoric" className={styles.aleatoric}>
              {tRich<ReactElement>('{value} {aleatoric}', {
                aleatoric: <Term key="aleatoric" id="aleatoric" />,
                value: <output key="value">{entropy?.terms[0] ?? missing}</output>,
              })}
            </span>
          ),
          epistemic: (
            <span key="epistemic" className={styles.epistemic}>
              {tRich<ReactElement>('{value} {epistemic}', {
                epistemic: <Term key="epistemic" id="epistemic" />,
                value: <output key="value">{entropy?.terms[1] ?? missing}</output>,
              })}
            </span>
          ),
        })}
      </p>
    </div>
  );
}
