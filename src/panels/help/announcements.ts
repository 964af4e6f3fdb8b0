import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { costTexts } from '../../plots/cost/costUnits.ts';
import type { PlaygroundState } from '../../store/state.ts';

/** Minimum time between two training announcements in ms. */
export const MIN_ANNOUNCEMENT_INTERVAL = 5000;

/** The last announcement and its time in ms. */
export interface Announcement {
  readonly text: string;
  readonly kind: string;
  readonly at: number;
}

/** State of the run in a sentence for screen readers. */
export function runText({ run, snapshot }: Pick<PlaygroundState, 'run' | 'snapshot'>): string {
  const step = formatWhole(snapshot?.step ?? 0);
  const cost = snapshot && costTexts(snapshot.freeEnergy, 'nats').total;
  if (run.kind === 'training')
    return cost === null
      ? t('Training, step {step}.', { step })
      : t('Training, step {step}, cost {cost} nats.', { step, cost });
  if (run.kind === 'paused')
    return cost === null
      ? t('Paused at step {step}.', { step })
      : t('Paused at step {step}, cost {cost} nats.', { step, cost });
  return run.kind === 'idle' ? t('At the beginning: the prior.') : '';
}

/** The next announcement: immediately when the kind of run state changes, else at most every five seconds. */
export function nextAnnouncement(last: Announcement, text: string, kind: string, now: number): Announcement {
  const due = kind !== last.kind || now - last.at >= MIN_ANNOUNCEMENT_INTERVAL;
  return due && text !== last.text ? { text, kind, at: now } : last;
}
