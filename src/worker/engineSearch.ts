import type { EngineChoice } from '../experiment/document/experiment.ts';
import { usesGraphicsCard } from '../experiment/engine/backends.ts';
import type { TrainingState } from '../experiment/engine/engine.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import {
  type ChosenEngine,
  quickEngine,
  reference,
  type Search,
  searchFastest,
  searchPinned,
  shapeKey,
} from './chooseEngine.ts';
import { engineReasons, hindrances } from './engineReasons.ts';
import type { EngineSources } from './engineSources.ts';
import { COMPILING, copyState } from './engineTrials.ts';
import type { Report } from './protocol.ts';
import { moveRun, type TrainingRun } from './trainingRun.ts';

/** Milliseconds of training before engines are compared: a run of a few steps is not worth it. */
const WORTH_IT = 500;

/** Keeps every run on the engine it should have; remembers what was found for each shape. */
export interface EngineSearch {
  /** The engine in which a new or changed problem starts: the one found for its shape, or one that is ready at once. */
  readonly first: (problem: Problem, distrustGpu: boolean) => Promise<ChosenEngine>;
  /** Tells the page which engine runs. */
  readonly announce: (run: TrainingRun) => void;
  /** Does a piece of the search, if there is one, and says whether the run may train meanwhile. */
  readonly goOn: (run: TrainingRun) => Promise<boolean>;
  /** Asks the page for patience while an engine's first slice and picture compile. */
  readonly allowCompiling: (run: TrainingRun) => void;
  readonly stop: (run: TrainingRun | null) => Promise<void>;
  /** After an error: on to a simpler engine from the last good state; false if there is none. */
  readonly retreat: (run: TrainingRun) => Promise<boolean>;
}

/** Choices that quickEngine settles for good. */
const settledAtOnce: Readonly<Record<EngineChoice, boolean>> = {
  auto: false,
  wasm: true,
  webgl: false,
  tfjs: false,
  reference: true,
};

export function createEngineSearch(sources: EngineSources, post: (report: Report) => void): EngineSearch {
  const found = new Map<string, ChosenEngine>();
  const quick = new Map<string, ChosenEngine>();
  let graphicsCardFailed = false;

  const distrusts = (run: TrainingRun): boolean => run.distrustGpu || graphicsCardFailed;
  const keyOf = (run: TrainingRun) => shapeKey(run.problem, distrusts(run));
  const occupy = (run: TrainingRun, milliseconds: number) =>
    post({ type: 'occupied', runId: run.id, milliseconds });
  const announce = (run: TrainingRun) => post({ type: 'engine', runId: run.id, status: run.chosen.status });

  async function first(problem: Problem, distrustGpu: boolean): Promise<ChosenEngine> {
    const key = shapeKey(problem, distrustGpu || graphicsCardFailed);
    const known = found.get(key) ?? quick.get(key);
    if (known) return known;
    const chosen = await quickEngine(sources, problem, problem.experiment.view.engine);
    quick.set(key, chosen);
    return chosen;
  }

  async function search(run: TrainingRun): Promise<Search> {
    const { problem, engineMilliseconds, engineSteps, chosen: current } = run;
    const state = copyState(await run.engine.state());
    const stepMilliseconds = engineMilliseconds / Math.max(1, engineSteps);
    const request = { problem, state, current, stepMilliseconds, distrustGpu: distrusts(run) };
    const choice = problem.experiment.view.engine;
    if (choice === 'webgl' || choice === 'tfjs') return searchPinned(sources, request, choice);
    return searchFastest(sources, request);
  }

  async function move(run: TrainingRun, chosen: ChosenEngine, state: TrainingState): Promise<void> {
    found.set(keyOf(run), chosen);
    await moveRun(run, chosen, state);
  }

  async function settle(run: TrainingRun, chosen: ChosenEngine): Promise<true> {
    run.search = null;
    if (chosen.status.backend === run.chosen.status.backend) {
      found.set(keyOf(run), chosen);
      run.chosen = chosen;
    } else await move(run, chosen, copyState(await run.engine.state()));
    occupy(run, 0);
    allowCompiling(run);
    announce(run);
    return true;
  }

  async function goOn(run: TrainingRun): Promise<boolean> {
    const choice = run.problem.experiment.view.engine;
    if (settledAtOnce[choice] || found.has(keyOf(run))) return true;
    if (choice === 'auto' && !run.search && run.engineMilliseconds < WORTH_IT) return true;
    try {
      run.search ??= await search(run);
      const piece = await run.search.next();
      if (piece.done) return await settle(run, piece.value);
      if (piece.value > 0) occupy(run, piece.value);
    } catch {
      return await settle(run, run.chosen);
    }
    return choice === 'auto';
  }

  async function stop(run: TrainingRun | null): Promise<void> {
    if (!run?.search) return;
    await run.search.return(run.chosen);
    run.search = null;
    occupy(run, 0);
  }

  function allowCompiling(run: TrainingRun): void {
    if (run.compiling === 'expected') {
      run.compiling = 'announced';
      occupy(run, COMPILING);
    } else if (run.compiling === 'announced' && run.engineSteps > 0 && run.enginePictures > 0) {
      run.compiling = 'done';
      occupy(run, 0);
    }
  }

  async function retreat(run: TrainingRun): Promise<boolean> {
    const { shown, step, problem } = run;
    const { backend, choice } = run.chosen.status;
    if (backend === 'reference') return false;
    await stop(run);
    const hindered = { backend, why: hindrances.stopped };
    let next = reference(sources, choice, engineReasons.instead('reference', hindered));
    if (usesGraphicsCard(backend)) {
      graphicsCardFailed = true;
      const quicker = await quickEngine(sources, problem, 'auto');
      const reason = engineReasons.instead(quicker.status.backend, hindered);
      next = { ...quicker, status: { ...quicker.status, choice, reason } };
    }
    await move(run, next, shown);
    run.remaining += run.remaining > 0 ? step - shown.step : 0;
    run.snapshotIsStale = true;
    announce(run);
    return true;
  }

  return { first, announce, goOn, allowCompiling, stop, retreat };
}
