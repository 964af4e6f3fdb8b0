import {
  type ChosenEngine,
  COMPILING,
  copyState,
  firstEngine,
  reference,
  type Search,
  searchFastest,
  searchTfjs,
  shapeKey,
} from './chooseEngine.ts';
import { engineReasons } from './engineReasons.ts';
import type { EngineSources } from './engineSources.ts';
import type { Report } from './protocol.ts';
import { moveRun, type TrainingRun } from './trainingRun.ts';

/** Milliseconds of training before engines are compared: a run of a few steps is not worth it. */
const WORTH_IT = 500;

/** Keeps every run on the engine it should have; remembers what was found for each shape. */
export interface EngineSearch {
  /** Settles the engine of a new or changed run as far as is known at once, and reports it. */
  readonly begin: (run: TrainingRun) => Promise<void>;
  /** Does a piece of the search, if there is one, and says whether the run may train meanwhile. */
  readonly goOn: (run: TrainingRun) => Promise<boolean>;
  /** Asks the page for patience while an engine's first slice and picture compile. */
  readonly allowCompiling: (run: TrainingRun) => void;
  readonly stop: (run: TrainingRun | null) => Promise<void>;
  /** After an error: on to plain TypeScript from the last good state; false if the run is there already. */
  readonly retreat: (run: TrainingRun) => Promise<boolean>;
}

export function createEngineSearch(sources: EngineSources, post: (report: Report) => void): EngineSearch {
  const found = new Map<string, ChosenEngine>();
  const choiceOf = (run: TrainingRun) => run.problem.experiment.view.engine;
  const keyOf = (run: TrainingRun) => shapeKey(run.problem, run.distrustGpu);
  const occupy = (run: TrainingRun, milliseconds: number) =>
    post({ type: 'occupied', runId: run.id, milliseconds });

  async function adopt(run: TrainingRun, chosen: ChosenEngine): Promise<void> {
    if (chosen.status.backend === run.chosen.status.backend) run.chosen = chosen;
    else await moveRun(run, chosen, copyState(await run.engine.state()));
  }

  function search(run: TrainingRun, state: Parameters<typeof copyState>[0]): Search {
    const { problem, distrustGpu, engineMilliseconds, engineSteps } = run;
    const stepMilliseconds = engineMilliseconds / Math.max(1, engineSteps);
    const question = { problem, state: copyState(state), stepMilliseconds, distrustGpu };
    return choiceOf(run) === 'tfjs' ? searchTfjs(sources, question) : searchFastest(sources, question);
  }

  async function settle(run: TrainingRun, chosen: ChosenEngine): Promise<true> {
    run.search = null;
    found.set(keyOf(run), chosen);
    await adopt(run, chosen);
    occupy(run, 0);
    allowCompiling(run);
    post({ type: 'engine', runId: run.id, status: chosen.status });
    return true;
  }

  async function begin(run: TrainingRun): Promise<void> {
    await stop(run);
    const choice = choiceOf(run);
    const known = choice === 'reference' ? firstEngine(sources, choice) : found.get(keyOf(run));
    if (known) await adopt(run, known);
    else if (choice !== run.chosen.status.choice) await adopt(run, firstEngine(sources, choice));
    post({ type: 'engine', runId: run.id, status: run.chosen.status });
  }

  async function goOn(run: TrainingRun): Promise<boolean> {
    const choice = choiceOf(run);
    if (choice === 'reference' || found.has(keyOf(run))) return true;
    if (choice === 'auto' && !run.search && run.engineMilliseconds < WORTH_IT) return true;
    try {
      run.search ??= search(run, await run.engine.state());
      const piece = await run.search.next();
      if (piece.done) return await settle(run, piece.value);
      if (piece.value > 0) occupy(run, piece.value);
    } catch {
      return await settle(run, reference(sources, choice, engineReasons.stopped));
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
    if (run.chosen.status.backend === 'reference') return false;
    const { shown, step } = run;
    const chosen = reference(sources, choiceOf(run), engineReasons.stopped);
    found.set(keyOf(run), chosen);
    await moveRun(run, chosen, shown);
    run.remaining += run.remaining > 0 ? step - shown.step : 0;
    run.unseen = true;
    post({ type: 'engine', runId: run.id, status: chosen.status });
    return true;
  }

  return { begin, goOn, allowCompiling, stop, retreat };
}
