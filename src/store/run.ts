import type { Report } from '../worker/protocol.ts';

/** What the current run is doing. `idle` has not taken a step; `steps` is what was asked for, null: without end. */
export type Run =
  | { readonly kind: 'idle' }
  | { readonly kind: 'training'; readonly steps: number | null }
  | { readonly kind: 'paused'; readonly step: number }
  | { readonly kind: 'diverged'; readonly step: number; readonly term: 'complexityCost' | 'likelihoodCost' }
  | { readonly kind: 'failed'; readonly message: string };

/** What moves a run from one state to the next: what the person asked for, and what the worker reports. */
export type RunEvent =
  | { readonly type: 'started'; readonly step: number }
  | { readonly type: 'asked'; readonly steps: number | null }
  | Report;

export function nextRun(run: Run, event: RunEvent): Run {
  switch (event.type) {
    case 'started':
      return atRest(event.step);
    case 'asked':
      return { kind: 'training', steps: event.steps };
    case 'paused':
      return atRest(event.step);
    case 'diverged':
      return { kind: 'diverged', step: event.step, term: event.term };
    case 'failed':
      return { kind: 'failed', message: event.message };
    default:
      return run;
  }
}

/** The step that a run is at: a pause is told at once, a little before the picture of its step. */
export function stepOf(run: Run, pictured: number): number {
  return run.kind === 'paused' ? run.step : pictured;
}

function atRest(step: number): Run {
  return step === 0 ? { kind: 'idle' } : { kind: 'paused', step };
}
