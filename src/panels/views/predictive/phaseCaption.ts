import { t } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';

/**
 * The state of the run in one line above the prediction. step: of the last snapshot; null: there is none yet. training: what
 * the method shows while it trains.
 */
export function phaseCaption(
  run: 'idle' | 'training' | 'paused' | 'diverged' | 'failed',
  step: number | null,
  {
    training = 'Training: the posterior now.',
    viewed,
    converged,
    continued = false,
    empty = false,
  }: {
    readonly training?: string;
    readonly viewed: boolean;
    readonly converged: boolean;
    /** Whether the run that converged was continued after a change. */
    readonly continued?: boolean;
    readonly empty?: boolean;
  },
): string {
  if (run === 'failed') return t('Training has failed.');
  if (step === null) return t('Loading the engine…');
  if (viewed) return t('Looking back at step {step}.', { step: formatWhole(step) });
  if (run === 'diverged') return t('The last good step, before the run diverged.');
  if (run === 'training') return t(training);
  if (converged && step > 0)
    return continued ? t('F no longer falls.') : t('Converged: F and σ no longer change.');
  if (step === 0 && empty) return t('No points yet: the prior alone decides.');
  return step === 0 ? t('Press Train to show it the data.') : t('Paused.');
}
