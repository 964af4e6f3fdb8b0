import { initialState } from '../../src/experiment/engine/state.ts';
import type { EngineSources } from '../../src/worker/engineSources.ts';
import { createTrial, type TrialRequest, type TrialResult } from '../../src/worker/engineTrial.ts';
import { SLICE } from '../../src/worker/snapshotPacing.ts';
import { nextTask } from './loopHarness.ts';

/** A whole trial from the initial state; between its pieces the current engine trains a slice, as in a run. */
export async function runTrial(
  sources: EngineSources,
  request: Omit<TrialRequest, 'state'>,
): Promise<TrialResult> {
  const state = initialState(request.problem);
  const trial = createTrial(sources, { ...request, state });
  const engine = request.current.create(request.problem, structuredClone(state));
  for (;;) {
    const startedAt = sources.now();
    const steps = await engine.train(Number.MAX_SAFE_INTEGER, SLICE);
    const result = await trial.advance({ steps, milliseconds: sources.now() - startedAt });
    if (result) return result;
    await nextTask();
  }
}
