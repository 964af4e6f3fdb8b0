import { type KeyboardEvent, useDeferredValue, useEffect, useState } from 'react';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { formatNumber } from '../../plots/frame/format.ts';
import { isTraining } from '../../store/run.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import styles from './Timeline.module.css';
import { nextPlaybackFrame, positionOf, scaleMarks, stepAt } from './timeScale.ts';

/** Resolution of the slider's position. */
const POSITIONS = 1000;
/** Moments that a key of the slider moves by. */
const keyMoves: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/**
 * Recorded snapshots of the run: scrub, step, play back; training continues from the viewed one. compact: without the
 * buttons for one moment.
 */
export function Timeline({ compact = false }: { readonly compact?: boolean }) {
  const { viewStep, viewBeside } = usePlayground();
  const moments = useDeferredValue(usePlaygroundState((state) => state.moments));
  const viewed = usePlaygroundState((state) => state.viewed);
  const steps = moments.map(({ snapshot }) => snapshot.step);
  const { playing, setPlaying } = usePlayback(steps);
  const count = moments.length;
  const last = steps.at(-1) ?? 0;
  const step = viewed ?? last;
  const few = count < 2;
  const play = () => {
    if (!playing && viewed === null) viewStep(0);
    setPlaying(!playing);
  };
  const move = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = keyMoves[event.key];
    if (by !== undefined) viewBeside(by);
    else if (event.key === 'Home') viewStep(0);
    else if (event.key === 'End') viewStep(null);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.timeline} data-compact={compact} role="group" aria-label={t('Time')}>
      {!compact && (
        <button
          type="button"
          className={buttons.button}
          disabled={few || step === steps[0]}
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
      <span className={styles.scale}>
        <input
          type="range"
          aria-label={t('Moment of the run')}
          aria-valuetext={t('step {step} of {last}', { step: formatWhole(step), last: formatWhole(last) })}
          min={0}
          max={POSITIONS}
          value={Math.round(POSITIONS * (few ? 1 : positionOf(step, last)))}
          disabled={few}
          onKeyDown={move}
          onChange={(event) => viewStep(stepAt(Number(event.target.value) / POSITIONS, steps))}
        />
        <Marks last={few ? 0 : last} />
      </span>
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

/** Steps 1, 10, 100, … under the slider. */
function Marks({ last }: { readonly last: number }) {
  return (
    <span className={styles.marks} aria-hidden="true">
      {scaleMarks(last).map((mark) => (
        <span key={mark} style={{ insetInlineStart: `${100 * positionOf(mark, last)}%` }}>
          {formatWhole(mark)}
        </span>
      ))}
    </span>
  );
}

/**
 * Plays the moments back, from the viewed one to the last, while `playing` is set. Viewing a moment pauses the run; one
 * that trains again ends the playback.
 */
function usePlayback(steps: readonly number[]) {
  const { viewStep } = usePlayground();
  const viewed = usePlaygroundState((state) => state.viewed);
  const training = usePlaygroundState(({ run }) => isTraining(run));
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const next = training || viewed === null ? null : nextPlaybackFrame(steps, viewed);
    if (next === null) return setPlaying(false);
    const timer = setTimeout(() => viewStep(next.step), next.milliseconds);
    return () => clearTimeout(timer);
  }, [playing, training, viewed, steps, viewStep]);
  return { playing, setPlaying };
}
