import { NonFiniteStep, SenselessCost, type TrainingState } from '../experiment/engine/engine.ts';
import { observe, type Picture } from '../experiment/pictures/observe.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { t } from '../i18n/index.ts';
import { multiplyAdds } from '../model/networks/index.ts';
import type { LoopParts } from './loopParts.ts';
import type { createMeter } from './meters.ts';
import { omitNonFinite, snapshotBuffers, unshowableTerm } from './picture.ts';
import { stepsPerSecond } from './snapshotPacing.ts';
import { moveRun, scalersOf, type TrainingRun } from './trainingRun.ts';

/** Thrown while a snapshot is made when a command makes it obsolete. */
export class Superseded extends Error {}

/**
 * Sends a snapshot of the run as it is now or, where the page is still drawing the last one, keeps it for the next
 * report. One that is not finite is never sent: the run goes back to the state that
 * was shown last, and NonFiniteStep is thrown. After any error but Superseded the snapshot is not tried again until the
 * run changes.
 */
export async function postSnapshot(
  run: TrainingRun,
  parts: Pick<LoopParts, 'now' | 'nextStep' | 'post'>,
  measure: ReturnType<typeof createMeter>,
  yieldToMessages: () => Promise<void>,
): Promise<void> {
  const { snapshots } = run;
  snapshots.isStale = false;
  try {
    await makeSnapshot(run, parts, measure, yieldToMessages);
  } catch (error) {
    if (error instanceof Superseded) snapshots.isStale = true;
    throw error;
  }
}

async function makeSnapshot(
  run: TrainingRun,
  { now, nextStep, post }: Pick<LoopParts, 'now' | 'nextStep' | 'post'>,
  measure: ReturnType<typeof createMeter>,
  yieldToMessages: () => Promise<void>,
): Promise<void> {
  const begun = now();
  const { problem, engine, snapshots, requests } = run;
  const { state, ...picture } = await observe(problem, engine, yieldToMessages, requests.queries);
  const term = unshowableTerm(picture);
  if (term && state.step === snapshots.shown.step)
    throw new Error(t('the numbers of this experiment are too large to draw'));
  if (term) {
    await moveRun(run, run.chosen, snapshots.shown);
    throw new NonFiniteStep(picture.step, term);
  }
  const training = run.state.kind === 'training';
  const snapshot = omitNonFinite({
    ...picture,
    ...(await measure(
      problem,
      engine,
      state,
      picture.predictive,
      training,
      requests.pruning,
      yieldToMessages,
    )),
    nextStep: showsNextStep(problem) ? nextStep(problem, state, curveInputs(picture)) : null,
    stepsPerSecond: stepsPerSecond(run.speed.log),
  });
  const checkpoint = isSmall(state, training) ? { state, scalers: scalersOf(run) } : null;
  snapshots.shown = state;
  const senseless = snapshots.divergence(state.step, picture.freeEnergy);
  const duration = now() - begun;
  snapshots.pacing = { postedAt: now(), duration };
  // The prior is another computation.
  if (state.step > 0) {
    snapshots.fastest = snapshots.timed > 0 ? Math.min(snapshots.fastest, duration) : duration;
    snapshots.timed++;
  }
  run.compiling.hasDrawn = true;
  if (!snapshots.maySend) {
    snapshots.isStale = true;
    snapshots.kept = [...snapshots.kept, { snapshot, checkpoint }];
    return;
  }
  const earlier = snapshots.kept.filter((kept) => kept.snapshot.step < snapshot.step);
  snapshots.kept = [];
  snapshots.maySend = false;
  const buffers = [...earlier.map((kept) => kept.snapshot), snapshot].flatMap(snapshotBuffers);
  post({ type: 'progressed', runId: run.id, snapshot, checkpoint, earlier }, [...new Set(buffers)]);
  if (senseless && training) {
    throw new SenselessCost(state.step, senseless, picture.freeEnergy[senseless]);
  }
}

/** Whether a snapshot may be kept while the page is drawing: it is small, and so are those that are kept. */
export function canKeepSnapshot({ snapshots }: TrainingRun): boolean {
  return snapshots.kept.length < MAX_KEPT && isSmall(snapshots.shown, true);
}

/** Maximum number of snapshots that are kept while the page is drawing one: those of a whole ramp. */
const MAX_KEPT = 100;

/** Maximum number of numbers in a state that is sent with every snapshot: while training, and when paused. */
const MAX_STATE_TRAINING = 30_000;
const MAX_STATE_AT_REST = 1e6;

/** Whether a state is small enough to be sent with its snapshot. That of chains never is: it holds all their draws. */
function isSmall({ parameters, chains }: TrainingState, training: boolean): boolean {
  return !chains && 3 * parameters.length <= (training ? MAX_STATE_TRAINING : MAX_STATE_AT_REST);
}

/** Multiply-adds of a step, beyond which its parts are not computed: the reference computes them, on this thread. */
const NEXT_STEP_BUDGET = 5e6;

/** Whether the snapshot contains the parts of the next step: the page shows them and they are cheap enough. */
function showsNextStep({ experiment, plan, batchSize }: Problem): boolean {
  const { inference, view } = experiment;
  const cost = inference.samples * batchSize * multiplyAdds(plan);
  return view.panels.includes('step') && cost <= NEXT_STEP_BUDGET;
}

function curveInputs({ predictive }: Picture): Float64Array | null {
  return predictive.kind === 'curve' ? predictive.x : null;
}
