import type { Report } from '../worker/protocol.ts';
import type { PlaygroundState } from './state.ts';

/**
 * The state of the current run. `idle`: no step taken. `steps`: how many were requested; null: without end. `pausing`: a
 * pause was requested, and the worker has not confirmed it yet.
 */
export type Run =
  | { readonly kind: 'idle' }
  | { readonly kind: 'training'; readonly steps: number | null; readonly pausing?: true }
  | { readonly kind: 'paused'; readonly step: number }
  | {
      readonly kind: 'diverged';
      readonly step: number;
      readonly term: 'complexityCost' | 'likelihoodCost';
      /** In nats, where it is finite but beyond sense. */
      readonly cost?: number;
    }
  | { readonly kind: 'failed'; readonly message: string };

/** What changes the state of a run: commands, and reports of the worker. */
export type RunEvent =
  | { readonly type: 'started'; readonly step: number }
  | { readonly type: 'asked'; readonly steps: number | null }
  | { readonly type: 'pause-asked' }
  | Report;

export function nextRun(run: Run, event: RunEvent): Run {
  switch (event.type) {
    case 'started':
      return pausedAt(event.step);
    case 'asked':
      return { kind: 'training', steps: event.steps };
    case 'pause-asked':
      return run.kind === 'training' ? { ...run, pausing: true } : run;
    case 'paused':
      return pausedAt(event.step);
    case 'diverged':
      return {
        kind: 'diverged',
        step: event.step,
        term: event.term,
        ...(event.cost !== undefined && { cost: event.cost }),
      };
    case 'failed':
      return { kind: 'failed', message: event.message };
    default:
      return run;
  }
}

/** Whether a run trains and no pause was requested. */
export function isTraining(run: Run): run is Extract<Run, { kind: 'training' }> {
  return run.kind === 'training' && !run.pausing;
}

/** The step that the run has reached, whichever moment is viewed and whichever picture is held. */
export function latestStep({
  run,
  moments,
  snapshot,
}: Pick<PlaygroundState, 'run' | 'moments' | 'snapshot'>): number {
  return stepOf(run, moments.at(-1)?.snapshot.step ?? snapshot?.step ?? 0);
}

/**
 * The step of a run. The report of a pause arrives shortly before the snapshot of its step, and a new run begins before its
 * first snapshot.
 */
export function stepOf(run: Run, pictured: number): number {
  if (run.kind === 'idle') return 0;
  return run.kind === 'paused' ? run.step : pictured;
}

function pausedAt(step: number): Run {
  return step === 0 ? { kind: 'idle' } : { kind: 'paused', step };
}
