import { useStore } from 'zustand';
import { t } from '../../i18n/index.ts';
import type { Comparison } from '../../store/comparison.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';

interface TransportProps {
  readonly comparison: Comparison;
  readonly className: string | undefined;
  /** Labels of the group and of its two main buttons. */
  readonly label: string;
  readonly train: string;
  readonly pause: string;
  /** Numbers of steps offered. */
  readonly steps: readonly number[];
}

/** Trains several runs in step. */
export function TransportOfAll({ comparison, className, label, train, pause, steps }: TransportProps) {
  const training = useStore(comparison.store, (state) => state.training);
  return (
    <div className={className} role="group" aria-label={label}>
      <button
        type="button"
        className={`${buttons.button} ${buttons.primary}`}
        onClick={training ? comparison.pause : comparison.play}
      >
        <Icon name={training ? 'pause' : 'play'} />
        {training ? pause : train}
      </button>
      {steps.map((count) => (
        <button key={count} type="button" className={buttons.button} onClick={() => comparison.step(count)}>
          +{count}
        </button>
      ))}
      <button type="button" className={buttons.button} onClick={comparison.rewind}>
        <Icon name="rewind" />
        {t('Rewind')}
      </button>
    </div>
  );
}
