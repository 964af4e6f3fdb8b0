/** What is going on, in one line above the prediction. step: of the last snapshot; null: there is none yet. */
export function stageCaption(
  run: 'idle' | 'training' | 'paused' | 'diverged' | 'failed',
  step: number | null,
): string {
  if (run === 'failed') return 'Training has failed.';
  if (step === null) return 'Loading the engine…';
  if (run === 'diverged') return 'The last good step, before the run diverged.';
  if (run === 'training') return 'Training: the posterior as it is at this step.';
  return step === 0 ? 'Press Train to show it the data.' : 'Paused: from frozen parameters.';
}
