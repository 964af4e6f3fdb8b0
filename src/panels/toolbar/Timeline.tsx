import { useDeferredValue, useEffect, useState } from 'react';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { formatNumber } from '../../plots/frame/format.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import styles from './Timeline.module.css';

/** Time per frame of playback in ms. */
const FRAME = 60;

/**
 * Recorded snapshots of the run: scrub, step, play back; training continues from the viewed one. compact: without the
 * buttons for one moment.
 */
export function Timeline({ compact = false }: { readonly compact?: boolean }) {
  const { viewStep, viewBeside } = usePlayground();
  const moments = useDeferredValue(usePlaygroundState((state) => state.moments));
  const viewed = usePlaygroundState((state) => state.viewed);
  const training = usePlaygroundState(({ run }) => run.kind === 'training');
  const [playing, setPlaying] = useState(false);
  const count = moments.length;
  const steps = moments.map(({ snapshot }) => snapshot.step);
  const at = viewed === null ? count - 1 : Math.max(0, steps.lastIndexOf(viewed));
  const step = steps[at] ?? 0;
  const last = steps.at(-1) ?? 0;
  useEffect(() => {
    if (!playing) return;
    if (training || viewed === null) return setPlaying(false);
    const timer = setTimeout(() => viewBeside(1), FRAME);
    return () => clearTimeout(timer);
  }, [playing, training, viewed, viewBeside]);
  const play = () => {
    if (!playing && viewed === null) viewStep(0);
    setPlaying(!playing);
  };
  const few = count < 2;
  return (
    <div className={styles.timeline} role="group" aria-label={t('Time')}>
      {!compact && (
        <button
          type="button"
          className={buttons.button}
          disabled={few || at === 0}
          aria-label={t('One moment back')}
          title={t('One moment back')}
          onClick={() => viewBeside(-1)}
        >
          <Icon name="back" />
        </button>
      )}
      <button
        type="button"
        className={buttons.button}
        disabled={few}
        aria-label={playing ? t('Stop playing back') : t('Play back')}
        title={playing ? t('Stop') : t('Play the run back, from its beginning or from here')}
        onClick={play}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      {!compact && (
        <button
          type="button"
          className={buttons.button}
          disabled={few || viewed === null}
          aria-label={t('One moment on')}
          title={t('One moment on')}
          onClick={() => viewBeside(1)}
        >
          <Icon name="on" />
        </button>
      )}
      <input
        type="range"
        aria-label={t('Moment of the run')}
        aria-valuetext={t('step {step} of {last}', { step: formatWhole(step), last: formatWhole(last) })}
        min={0}
        max={Math.max(1, count - 1)}
        value={Math.max(0, at)}
        disabled={few}
        onChange={(event) => viewStep(steps[Number(event.target.value)] ?? null)}
      />
      <span className={styles.step} title={t('{count} moments are kept', { count: formatNumber(count) })}>
        {viewed === null ? t('now') : t('step {step}', { step: formatWhole(step) })}
      </span>
      {!compact && (
        <button
          type="button"
          className={buttons.button}
          disabled={viewed === null}
          title={t('Back to the present')}
          onClick={() => viewStep(null)}
        >
          {t('Now')}
        </button>
      )}
    </div>
  );
}
