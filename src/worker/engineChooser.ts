import type { EngineChoice } from '../experiment/document/experiment.ts';
import { usesGraphicsCard } from '../experiment/engine/backends.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import {
  autoCandidates,
  type ChosenEngine,
  firstEngine,
  hasCandidates,
  pinnedCandidates,
  referenceEngine,
  shapeKey,
} from './engineCandidates.ts';
import { engineReasons, hindrances } from './engineReasons.ts';
import type { EngineSources } from './engineSources.ts';
import { COMPILING, createTrial, type EngineTrial, type TrialResult } from './engineTrial.ts';
import type { Report } from './protocol.ts';
import { dispatch, moveRun, newUsage, type TrainingRun } from './trainingRun.ts';

/** Milliseconds of training before engines are compared: for a run of a few steps that is not worthwhile. */
const FIRST_TRIAL = 500;
/** Milliseconds of training after which the engine that a trial chose is compared again, in case the trial was wrong. */
const NEXT_TRIAL = 20_000;
/** Milliseconds of training after which its speed is compared with that in the trial; below this part of it, it is compared again. */
const SPEED_CHECK = 1000;
const MIN_SPEED = 0.5;
/** Trials of a shape, the first one included: a machine that stays busy must not compare engines for ever. */
const MAX_TRIALS = 4;

/** Keeps every run on the engine it should have; remembers what was found for each shape. */
export interface EngineChooser {
  /**
   * The engine in which a new or changed problem starts: the one found for its shape, or one that can start
   * immediately.
   */
  readonly first: (problem: Problem, distrustGpu: boolean) => Promise<ChosenEngine>;
  /** Tells the page which engine runs. */
  readonly announce: (run: TrainingRun) => void;
  /**
   * Starts a comparison of engines if one is due, and advances it by a piece. Whether the run may train meanwhile: not
   * before a selected engine is ready.
   */
  readonly advanceTrial: (run: TrainingRun) => Promise<boolean>;
  readonly stopTrial: (run: TrainingRun | null) => void;
  /** Tells the page that the worker may be silent while an engine's first slice and snapshot compile. */
  readonly allowCompiling: (run: TrainingRun) => void;
  /** After an error: continues in a simpler engine from the last state shown; false if there is none. */
  readonly retreat: (run: TrainingRun) => Promise<boolean>;
}

/** What is known of a shape. trials: how many there were; speed: steps per millisecond in the last, null without a race. */
interface Known extends TrialResult {
  readonly trials: number;
}

/**
 * How each choice is settled: by the engine that starts immediately, by the first candidate that works, or by races.
 */
const settledBy: Readonly<Record<EngineChoice, 'start' | 'pin' | 'race'>> = {
  auto: 'race',
  wasm: 'start',
  webgl: 'pin',
  tfjs: 'pin',
  reference: 'start',
};

export function createEngineChooser(sources: EngineSources, post: (report: Report) => void): EngineChooser {
  const known = new Map<string, Known>();
  const startedWith = new Map<string, ChosenEngine>();
  let trial: EngineTrial | null = null;
  let graphicsCardFailed = false;

  const distrusts = (run: TrainingRun): boolean => run.distrustGpu || graphicsCardFailed;
  const keyOf = (run: TrainingRun) => shapeKey(run.problem, distrusts(run));
  const occupy = (run: TrainingRun, milliseconds: number) =>
    post({ type: 'occupied', runId: run.id, milliseconds });
  const announce = (run: TrainingRun) => post({ type: 'engine', runId: run.id, status: run.chosen.status });

  async function first(problem: Problem, distrustGpu: boolean): Promise<ChosenEngine> {
    const key = shapeKey(problem, distrustGpu || graphicsCardFailed);
    const found = known.get(key)?.chosen ?? startedWith.get(key);
    if (found) return found;
    const chosen = await firstEngine(sources, problem, problem.experiment.view.engine);
    startedWith.set(key, chosen);
    return chosen;
  }

  function isTrialDue({ problem, usage }: TrainingRun, found: Known | undefined): boolean {
    const { experiment } = problem;
    const by = settledBy[experiment.view.engine];
    if (by === 'start') return false;
    if (by === 'pin') return !found;
    if (!hasCandidates(sources, experiment)) return false;
    if (!found) return usage.milliseconds >= FIRST_TRIAL;
    if (found.trials >= MAX_TRIALS) return false;
    if (usage.milliseconds >= NEXT_TRIAL) return true;
    const isSlow = found.speed !== null && usage.steps / usage.milliseconds < MIN_SPEED * found.speed;
    return isSlow && usage.milliseconds >= SPEED_CHECK;
  }

  async function startTrial(run: TrainingRun): Promise<EngineTrial> {
    const { problem, usage, chosen } = run;
    const { experiment } = problem;
    const choice = experiment.view.engine;
    const distrustGpu = distrusts(run);
    const stepMilliseconds = usage.milliseconds / Math.max(1, usage.steps);
    const pinned = choice === 'webgl' || choice === 'tfjs';
    const query = { experiment, current: chosen.status.backend, stepMilliseconds, distrustGpu };
    const candidates = pinned ? pinnedCandidates(sources, choice, query) : autoCandidates(sources, query);
    const state = structuredClone(await run.engine.state());
    return createTrial(sources, { problem, state, current: chosen, candidates, pinned });
  }

  async function advanceTrial(run: TrainingRun): Promise<boolean> {
    const found = known.get(keyOf(run));
    if (!trial && !isTrialDue(run, found)) return true;
    trial ??= await startTrial(run);
    const result = await trial.advance(run.usage.lastSlice);
    run.usage.lastSlice = null;
    if (result) {
      trial = null;
      await handOver(run, { ...result, trials: (found?.trials ?? 0) + 1 });
      return true;
    }
    if (trial.silence() > 0) occupy(run, trial.silence());
    return settledBy[run.problem.experiment.view.engine] === 'race';
  }

  async function handOver(run: TrainingRun, result: Known): Promise<void> {
    const { chosen } = result;
    if (chosen.status.backend === run.chosen.status.backend) {
      run.chosen = chosen;
      run.usage = newUsage();
    } else
      try {
        await moveRun(run, chosen, structuredClone(await run.engine.state()));
      } catch {
        // The new engine cannot start after all, for lack of memory for example: the run stays where it is.
        run.usage = newUsage();
      }
    known.set(keyOf(run), { ...result, chosen: run.chosen });
    occupy(run, 0);
    allowCompiling(run);
    announce(run);
  }

  function stopTrial(run: TrainingRun | null): void {
    if (!trial) return;
    trial.dispose();
    trial = null;
    if (run) occupy(run, 0);
  }

  function allowCompiling(run: TrainingRun): void {
    const { compiling } = run;
    if (compiling.state === 'expected') {
      compiling.state = 'announced';
      occupy(run, COMPILING);
    } else if (compiling.state === 'announced' && compiling.hasTrained && compiling.hasDrawn) {
      compiling.state = 'done';
      occupy(run, 0);
    }
  }

  async function retreat(run: TrainingRun): Promise<boolean> {
    const { shown } = run.snapshots;
    const { step, problem } = run;
    const { backend, choice } = run.chosen.status;
    if (backend === 'reference') return false;
    stopTrial(run);
    const hindered = { backend, why: hindrances.stopped };
    let next = referenceEngine(sources, choice, engineReasons.instead('reference', hindered));
    if (usesGraphicsCard(backend)) {
      graphicsCardFailed = true;
      const simpler = await firstEngine(sources, problem, 'auto');
      const reason = engineReasons.instead(simpler.status.backend, hindered);
      next = { ...simpler, status: { ...simpler.status, choice, reason } };
    }
    known.set(keyOf(run), { chosen: next, speed: null, trials: MAX_TRIALS });
    await moveRun(run, next, shown);
    dispatch(run, { type: 'rolled-back', steps: step - shown.step });
    run.snapshots.isStale = true;
    announce(run);
    return true;
  }

  return { first, announce, advanceTrial, stopTrial, allowCompiling, retreat };
}
