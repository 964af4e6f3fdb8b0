import type { ReactElement } from 'react';
import { t, tRich } from '../../../i18n/index.ts';
import { formatPercent } from '../../../plots/frame/format.ts';
import { formatSum } from '../../../plots/frame/formatSum.ts';
import { Term } from '../../../plots/frame/Term.tsx';
import type { DigitAnswer } from './readDigits.ts';
import styles from './TenClasses.module.css';

interface NetworkAnswerProps {
  readonly title: string;
  /** Null: there is nothing to classify. */
  readonly answer: DigitAnswer | null;
  /** The class of the image; null if it has none. */
  readonly trueClass: number | null;
  /** Whether its weights have a distribution, so that its draws can differ. */
  readonly isDistribution: boolean;
}

/** Draws whose most probable class is listed. */
const LISTED = 12;

/** Shares in whole per cent; '< 1 %' in place of 0 for those that are not 0. */
const shareText = (p: number) => (p > 0 && p < 0.005 ? '< 1 %' : formatPercent(Math.round(100 * p) / 100));

/** The probability of each class as bars, what single draws name, and the kinds of doubt. */
export function NetworkAnswer({ title, answer, trueClass, isDistribution }: NetworkAnswerProps) {
  const classes = Array.from({ length: 10 }, (_, digit) => digit);
  const listed = answer ? (isDistribution ? answer.named.slice(0, LISTED) : answer.named.slice(0, 1)) : [];
  return (
    <section aria-label={title} className={styles.answer}>
      <p className={styles.title}>{title}</p>
      <table className={styles.bars}>
        <caption className="visually-hidden">{t('Probability of each class')}</caption>
        <tbody>
          {classes.map((digit) => {
            const p = answer?.probabilities[digit] ?? 0;
            return (
              <tr key={digit} data-true={digit === trueClass}>
                <th scope="row">{digit}</th>
                <td className={styles.track}>
                  <span
                    className={isDistribution ? styles.many : styles.one}
                    style={{ width: `${100 * p}%` }}
                  />
                </td>
                <td className={styles.share}>{answer ? shareText(p) : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.named}>
        {isDistribution
          ? t('Its first {count} draws name: {digits}', { count: LISTED, digits: listed.join(' ') || '–' })
          : t('Its one set of weights names: {digits}', { digits: listed.join(' ') || '–' })}
      </p>
      <p className={styles.doubt}>{answer && <Doubt answer={answer} isDistribution={isDistribution} />}</p>
    </section>
  );
}

function Doubt({
  answer,
  isDistribution,
}: {
  readonly answer: DigitAnswer;
  readonly isDistribution: boolean;
}) {
  const { total, terms } = formatSum([answer.aleatoricEntropy, answer.mutualInformation]);
  const words = {
    total: <b key="total">{total}</b>,
    nats: <Term key="nats" id="nats" />,
    aleatoricTerm: <Term key="aleatoric" id="aleatoric" />,
  };
  if (!isDistribution)
    return tRich<ReactElement>(
      'Doubt: {total} {nats}, all of it {aleatoricTerm}: one network cannot disagree with itself.',
      words,
    );
  return tRich<ReactElement>(
    'Doubt: {total} {nats} = {aleatoric} {aleatoricTerm} + {epistemic} {epistemicTerm}, the disagreement of its draws.',
    {
      ...words,
      aleatoric: <b key="aleatoricValue">{terms[0]}</b>,
      epistemic: <b key="epistemicValue">{terms[1]}</b>,
      epistemicTerm: <Term key="epistemic" id="epistemic" />,
    },
  );
}
