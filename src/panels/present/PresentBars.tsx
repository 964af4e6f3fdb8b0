import { useEffect } from 'react';
import { challenges } from '../../experiment/link/challenges.ts';
import { t } from '../../i18n/index.ts';
import { HiddenUnitsField, PointCountField, PriorWidthField } from '../controls/SimpleFields.tsx';
import { Readouts } from '../toolbar/Readouts.tsx';
import { Transport } from '../toolbar/Transport.tsx';
import buttons from '../ui/buttons.module.css';
import { useExperiment, usePlayground } from '../ui/playgroundContext.ts';
import styles from './Present.module.css';
import { PresentMenu } from './PresentMenu.tsx';
import { usePresentedControl } from './presentedControl.ts';

/**
 * The name of the playground and the question that is presented: that of the challenge, if there is one. Its button and
 * Escape end presenting.
 */
export function PresentedQuestion() {
  const { change } = usePlayground();
  const goals = useExperiment(({ view }) => view.challenge.join());
  const challenge = Object.values(challenges).find((known) => known.goals.join() === goals);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      change({ 'view.present': false });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [change]);
  return (
    <header className={styles.question}>
      <h1>
        <span className={styles.name}>{t('Bayes by Backprop')}</span>{' '}
        {challenge ? t(challenge.title) : t('What does the network not know?')}
      </h1>
      <PresentMenu />
      <button
        type="button"
        className={buttons.word}
        title={t('Escape')}
        onClick={() => change({ 'view.present': false })}
      >
        {t('Leave')}
      </button>
    </header>
  );
}

/** Below the presented plot: training, and one control. */
export function PresentBar() {
  const control = usePresentedControl();
  return (
    <div className={styles.bar}>
      <Transport />
      <Readouts />
      <div className={styles.control}>
        {control === 'prior' && <PriorWidthField />}
        {control === 'points' && <PointCountField plain />}
        {control === 'units' && <HiddenUnitsField />}
      </div>
    </div>
  );
}
