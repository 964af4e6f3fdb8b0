import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { inUnits } from '../../plots/cost/costUnits.ts';
import { formatNumber } from '../../plots/frame/format.ts';
import type { PlaygroundState } from '../../store/state.ts';

/** Milliseconds between two announcements of how training goes. */
export const ANNOUNCEMENT_PAUSE = 5000;

/** What was last said, and when (milliseconds). */
export interface Said {
  readonly text: string;
  readonly kind: string;
  readonly at: number;
}

/** How the run goes, in a sentence for those who listen. */
export function runInWords({ run, snapshot }: Pick<PlaygroundState, 'run' | 'snapshot'>): string {
  const step = formatWhole(snapshot?.step ?? 0);
  const cost = snapshot && formatNumber(inUnits(snapshot.freeEnergy.total, 'nats'));
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

/** What is said next: at once when the run changes its state, else at most every five seconds. */
export function nextSaid(said: Said, text: string, kind: string, now: number): Said {
  const due = kind !== said.kind || now - said.at >= ANNOUNCEMENT_PAUSE;
  return due && text !== said.text ? { text, kind, at: now } : said;
}
