import { type Engine, NonFiniteStep } from '../experiment/engine.ts';
import type { LoopParts } from './loopParts.ts';
import type { createMeter } from './meters.ts';
import { stepsPerSecond } from './pace.ts';
import { snapshotBuffers, unshowableTerm } from './picture.ts';
import { moveRun, type TrainingRun } from './trainingRun.ts';

/** Thrown out of a picture that nobody waits for any more. */
export class Superseded extends Error {}

/**
 * Sends a snapshot of the run as it is now. One that is not finite is never sent: the run goes back to the state that
 * was shown last, and NonFiniteStep is thrown.
 */
export async function postPicture(
  run: TrainingRun,
  { now, observe, post }: Pick<LoopParts, 'now' | 'observe' | 'post'>,
  measure: ReturnType<typeof createMeter>,
  yieldToMessages: () => Promise<void>,
): Promise<void> {
  const begun = now();
  const { engine } = run;
  let seen = run.shown;
  const watched: Engine = {
    ...engine,
    state: async () => {
      seen = await engine.state();
      return seen;
    },
  };
  const picture = await observe(run.problem, watched, yieldToMessages, run.questions);
  const term = unshowableTerm(picture);
  run.unseen = false;
  if (term && seen.step === run.shown.step)
    throw new Error('the numbers of this experiment are too large to draw');
  if (term) {
    await moveRun(run, run.chosen, run.shown);
    throw new NonFiniteStep(picture.step, term);
  }
  const snapshot = {
    ...picture,
    ...(await measure(
      run.problem,
      engine,
      seen,
      picture.predictive,
      run.remaining > 0,
      run.asksPruning,
      yieldToMessages,
    )),
    stepsPerSecond: stepsPerSecond(run.speed),
  };
  post({ type: 'progressed', runId: run.id, snapshot }, snapshotBuffers(snapshot));
  run.shown = seen;
  run.credit = false;
  run.enginePictures++;
  run.pace = { postedAt: now(), duration: now() - begun };
}
