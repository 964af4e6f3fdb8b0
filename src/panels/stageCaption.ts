/** What is going on, in one line above the prediction. step: of the last snapshot; null: there is none yet. */
export function stageCaption(
  run: 'idle' | 'training' | 'paused' | 'diverged' | 'failed',
  step: number | null,
  { viewed, converged }: { readonly viewed: boolean; readonly converged: boolean },
): string {
  if (run === 'failed') return 'Training has failed.';
  if (step === null) return 'Loading the engine…';
  if (viewed) return `Looking back at step ${step.toLocaleString('en-GB')}.`;
  if (run === 'diverged') return 'The last good step, before the run diverged.';
  if (run === 'training') return 'Training: the posterior now.';
  if (converged && step > 0) return 'Converged: F stands still.';
  return step === 0 ? 'Press Train to show it the data.' : 'Paused.';
}
