import { useStore } from 'zustand';
import { formatCount } from '../../plots/format.ts';
import { type Bandit, type BanditPace, mostInteractions } from '../../store/bandit.ts';
import buttons from '../buttons.module.css';
import { Segments } from '../fields/Segments.tsx';
import { Icon } from '../icons.tsx';
import { usePlayground } from '../playground.ts';
import styles from './Bandit.module.css';

const paces: readonly { readonly value: BanditPace; readonly label: string }[] = [
  { value: 'slow', label: '1 a second' },
  { value: 'brisk', label: '10 a second' },
  { value: 'fast', label: 'Flat out' },
];

/** Play, pause, one mushroom, reset, speed; and how many mushrooms there were. */
export function BanditTransport({ bandit }: { readonly bandit: Bandit }) {
  const { store: page } = usePlayground();
  const kind = useStore(bandit.store, (state) => state.kind);
  const pace = useStore(bandit.store, (state) => state.pace);
  const met = useStore(bandit.store, ({ record }) => record.interactions);
  const over = met >= mostInteractions || kind === 'failed';
  const playing = kind === 'playing';
  return (
    <div className={styles.transport} role="group" aria-label="Mushrooms">
      <button
        type="button"
        className={`${buttons.button} ${buttons.primary}`}
        disabled={over}
        onClick={playing ? bandit.pause : bandit.play}
      >
        <Icon name={playing ? 'pause' : 'play'} />
        {playing ? 'Pause' : 'Play'}
      </button>
      <button type="button" className={buttons.button} disabled={over} onClick={bandit.step}>
        One mushroom
      </button>
      <button
        type="button"
        className={buttons.button}
        title="Reset: the same mushrooms, luck and first weights"
        onClick={() => bandit.reset(page.getState().experiment.bandit)}
      >
        <Icon name="rewind" />
        Reset
      </button>
      <Segments value={pace} choices={paces} onChoose={bandit.setPace} label="Speed" />
      <p className={styles.met}>
        <output aria-live="off">{formatCount(met, 'mushroom')}</output>
        {met >= mostInteractions && <span className={styles.caption}>, all there are</span>}
      </p>
    </div>
  );
}
