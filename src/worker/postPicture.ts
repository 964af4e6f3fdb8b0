import { NonFiniteStep, type TrainingState } from '../experiment/engine/engine.ts';
import type { Picture } from '../experiment/pictures/observe.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { t } from '../i18n/index.ts';
import { multiplyAdds } from '../model/networks/index.ts';
import type { LoopParts } from './loopParts.ts';
import type { createMeter } from './meters.ts';
import { omitNonFinite, snapshotBuffers, unshowableTerm } from './picture.ts';
import { stepsPerSecond } from './snapshotPacing.ts';
import { moveRun, scalersOf, type TrainingRun } from './trainingRun.ts';

/** Thrown out of a picture that nobody waits for any more. */
export class Superseded extends Error {}

/**
 * Sends a snapshot of the run as it is now. One that is not finite is never sent: the run goes back to the state that
 * was shown last, and NonFiniteStep is thrown.
 */
export async function postPicture(
  run: TrainingRun,
  { now, observe, nextStep, post }: Pick<LoopParts, 'now' | 'observe' | 'nextStep' | 'post'>,
  measure: ReturnType<typeof createMeter>,
  yieldToMessages: () => Promise<void>,
): Promise<void> {
  const begun = now();
  const { engine } = run;
  const { state: seen, ...picture } = await observe(run.problem, engine, yieldToMessages, run.queries);
  const term = unshowableTerm(picture);
  run.snapshotIsStale = false;
  if (term && seen.step === run.shown.step)
    throw new Error(t('the numbers of this experiment are too large to draw'));
  if (term) {
    await moveRun(run, run.chosen, run.shown);
    throw new NonFiniteStep(picture.step, term);
  }
  const snapshot = omitNonFinite({
    ...picture,
    ...(await measure(
      run.problem,
      engine,
      seen,
      picture.predictive,
      run.remaining > 0,
      run.requestsPruningCurve,
      yieldToMessages,
    )),
    nextStep: playsSlowly(run.problem) ? nextStep(run.problem, seen, curveInputs(picture)) : null,
    stepsPerSecond: stepsPerSecond(run.speed),
  });
  const checkpoint = travels(run, seen) ? { state: seen, scalers: scalersOf(run) } : null;
  post({ type: 'progressed', runId: run.id, snapshot, checkpoint }, snapshotBuffers(snapshot));
  run.shown = seen;
  run.maySendSnapshot = false;
  run.enginePictures++;
  run.pace = { postedAt: now(), duration: now() - begun };
}

/** Numbers of a state up to which it goes along with every picture; at rest larger ones do. */
const TRAVELLING_STATE = 30_000;
const RESTING_STATE = 1e6;

/** Whether the state behind a picture goes along with it: never that of chains, which is all they have drawn. */
function travels({ remaining }: TrainingRun, { parameters, chains }: TrainingState): boolean {
  return !chains && 3 * parameters.length <= (remaining > 0 ? TRAVELLING_STATE : RESTING_STATE);
}

/** Multiply-adds of a forward pass beyond which a step is not taken apart: it would be a step of the reference. */
const SLOW_BUDGET = 5e6;

/** Whether the page plays steps in slow motion, and this network is small enough for it. */
function playsSlowly({ experiment, plan, batchSize }: Problem): boolean {
  const { inference, view } = experiment;
  const cost = inference.samples * batchSize * multiplyAdds(plan);
  return view.panels.includes('step') && cost <= SLOW_BUDGET;
}

function curveInputs({ predictive }: Picture): Float64Array | null {
  return predictive.kind === 'curve' ? predictive.x : null;
}
