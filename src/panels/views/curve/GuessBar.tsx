import type { ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import buttons from '../../ui/buttons.module.css';
import styles from './CurveTools.module.css';

/** Where a guess stands: being drawn, waiting for the network to be trained, or compared with its band. */
export type GuessStage = 'drawing' | 'training' | 'revealed';

interface GuessBarProps {
  readonly stage: GuessStage;
  /** The central probability of the band, as text. */
  readonly share: string;
  /** Whether the run is training while the guess is drawn. */
  readonly training: boolean;
  /** Steps that Reveal trains first, as text; null if the network is trained already. */
  readonly steps: string | null;
  readonly score: string | null;
  readonly onReveal: () => void;
  readonly onAgain: () => void;
  readonly onDone: () => void;
}

/** What to do with a guess, and how good it was. */
export function GuessBar(props: GuessBarProps) {
  const { stage, share, training, steps, score, onReveal, onAgain, onDone } = props;
  const button = (label: string, act: () => void): ReactNode => (
    <button type="button" className={buttons.button} onClick={act}>
      {label}
    </button>
  );
  return (
    <div className={styles.bar} role="group" aria-label={t('Guess the band')}>
      <span className={styles.text} role="status">
        {stage === 'drawing' &&
          (steps !== null
            ? t('Drag the edges to the {share} band of y that you expect after {steps} steps.', {
                share,
                steps,
              })
            : training
              ? t('Drag the edges to the {share} band of y that you expect. Training goes on meanwhile.', {
                  share,
                })
              : t('Drag the edges to the {share} band of y that you expect.', { share }))}
        {stage === 'training' && t('Training first; then your band is compared with the real one.')}
        {stage === 'revealed' && score}
      </span>
      {stage === 'drawing' && button(t('Reveal'), onReveal)}
      {stage === 'revealed' && button(t('Guess again'), onAgain)}
      {button(t('Done'), onDone)}
    </div>
  );
}
