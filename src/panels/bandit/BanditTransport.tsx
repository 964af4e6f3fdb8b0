import { useStore } from 'zustand';
import { t } from '../../i18n/index.ts';
import { type Bandit, type BanditSpeed, MAX_INTERACTIONS } from '../../store/bandit.ts';
import { type Segment, Segments } from '../controls/fields/Segments.tsx';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { usePlayground } from '../ui/playgroundContext.ts';
import styles from './Bandit.module.css';

const speeds = (): readonly Segment<BanditSpeed>[] => [
  { value: 'slow', label: t('1 a second') },
  { value: 'brisk', label: t('10 a second') },
  { value: 'fast', label: t('Flat out') },
];

/** Play, pause, single step, reset and speed, with the number of interactions. */
export function BanditTransport({ bandit }: { readonly bandit: Bandit }) {
  const { store: page } = usePlayground();
  const kind = useStore(bandit.store, (state) => state.kind);
  const speed = useStore(bandit.store, (state) => state.pace);
  const met = useStore(bandit.store, ({ record }) => record.interactions);
  const over = met >= MAX_INTERACTIONS || kind === 'failed';
  const playing = kind === 'playing';
  return (
    <div className={styles.transport} role="group" aria-label={t('Mushrooms')}>
      <button
        type="button"
        className={`${buttons.button} ${buttons.primary}`}
        disabled={over}
        onClick={playing ? bandit.pause : bandit.play}
      >
        <Icon name={playing ? 'pause' : 'play'} />
        {playing ? t('Pause') : t('Play')}
      </button>
      <button type="button" className={buttons.button} disabled={over} onClick={bandit.step}>
        {t('One mushroom')}
      </button>
      <button
        type="button"
        className={buttons.button}
        title={t('Reset: the same mushrooms, random numbers and initial weights')}
        onClick={() => bandit.reset(page.getState().experiment.bandit)}
      >
        <Icon name="rewind" />
        {t('Reset')}
      </button>
      <Segments value={speed} choices={speeds()} onChoose={bandit.setSpeed} label={t('Speed')} />
      <p className={styles.met}>
        <output aria-live="off">
          {t('{count, plural, one {# mushroom} other {# mushrooms}}', { count: met })}
        </output>
        {met >= MAX_INTERACTIONS && <span className={styles.caption}>{t(', all there are')}</span>}
      </p>
    </div>
  );
}
