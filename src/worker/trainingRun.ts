import type { Experiment } from '../experiment/document/experiment.ts';
import { usesGraphicsCard } from '../experiment/engine/backends.ts';
import type { Engine, TrainingState } from '../experiment/engine/engine.ts';
import { clampedLogNoise, initialState, rowLength, stateRows } from '../experiment/engine/state.ts';
import type { Queries } from '../experiment/pictures/observe.ts';
import { prepareProblem } from '../experiment/pictures/prepareProblem.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import type { Scalers } from '../experiment/problem/scalers.ts';
import { loadDataset } from '../model/datasets/index.ts';
import type { ChosenEngine, Search } from './chooseEngine.ts';
import type { Checkpoint, Command, RunId } from './protocol.ts';
import type { SnapshotPacing, SpeedLog } from './snapshotPacing.ts';

/** One run as the worker keeps it. The engine owns the state; `shown` is the one behind the last good snapshot. */
export interface TrainingRun {
  readonly id: RunId;
  readonly distrustGpu: boolean;
  problem: Problem;
  engine: Engine;
  chosen: ChosenEngine;
  step: number;
  shown: TrainingState;
  /** Steps still to do: 0 at rest, infinite without end. */
  remaining: number;
  /** The page has drawn the last snapshot. */
  maySendSnapshot: boolean;
  /** The page shows something else than the run. */
  snapshotIsStale: boolean;
  /** The page waits for `paused` since then; null: it does not. */
  pausingSince: number | null;
  /** Number of the last `train` or `pause` obeyed. */
  order: number;
  pace: SnapshotPacing;
  speed: SpeedLog;
  /** When the last slice ended, while training goes on without a break. */
  sliceEndedAt: number | null;
  checkpointedAt: number;
  /** Steps and milliseconds in the engine itself, since it was made. */
  engineSteps: number;
  engineMilliseconds: number;
  enginePictures: number;
  /** Whether this engine compiles programs in its first slice and picture, and the page knows. */
  compiling: 'expected' | 'announced' | 'done';
  /** The search for a better engine, and the shape it is for. */
  search: Search | null;
  /** What every picture answers. */
  queries: Queries;
  /** Whether pictures have a curve of accuracy against pruned weights. */
  requestsPruningCurve: boolean;
}

/** A run at rest, on the engine that `first` gives its problem. */
export async function beginRun(
  command: Extract<Command, { type: 'start' }>,
  first: (problem: Problem, distrustGpu: boolean) => Promise<ChosenEngine>,
): Promise<TrainingRun> {
  const { experiment, checkpoint } = command;
  await loadDataset(experiment.dataset.id);
  const problem = prepareProblem(experiment, checkpoint?.scalers);
  const state = checkpoint?.state ?? initialState(problem);
  const chosen = await first(problem, command.distrustGpu);
  await chosen.ready();
  return {
    id: command.runId,
    distrustGpu: command.distrustGpu,
    problem,
    engine: chosen.create(problem, state),
    chosen,
    step: state.step,
    shown: state,
    remaining: 0,
    maySendSnapshot: true,
    snapshotIsStale: true,
    pausingSince: null,
    order: 0,
    pace: { postedAt: Number.NEGATIVE_INFINITY, duration: 0 },
    speed: [],
    sliceEndedAt: null,
    checkpointedAt: Number.NEGATIVE_INFINITY,
    engineSteps: 0,
    engineMilliseconds: 0,
    enginePictures: 0,
    compiling: compilingOf(chosen),
    search: null,
    queries: [],
    requestsPruningCurve: false,
  };
}

/** Goes on in another engine from this state. */
export async function moveRun(run: TrainingRun, chosen: ChosenEngine, state: TrainingState): Promise<void> {
  const before = run.engine;
  await chosen.ready();
  run.engine = chosen.create(run.problem, state);
  run.chosen = chosen;
  run.step = state.step;
  run.engineSteps = 0;
  run.engineMilliseconds = 0;
  run.enginePictures = 0;
  run.compiling = compilingOf(chosen);
  before.dispose();
}

/** Programs of a graphics card may compile in the first slice and picture. */
function compilingOf({ status }: ChosenEngine): 'expected' | 'done' {
  return usesGraphicsCard(status.backend) ? 'expected' : 'done';
}

/**
 * The problem of a changed experiment and the state in which its run goes on. Changes that start training anew never get
 * here: the page sends `start` for them (`changesBetween`, whose table of fields is not loaded here).
 */
export function changedRun(
  run: TrainingRun,
  experiment: Experiment,
  state: TrainingState,
): [Problem, TrainingState] {
  if (state.step === 0) {
    const problem = prepareProblem(experiment);
    return [problem, initialState(problem)];
  }
  const sameUnits = experiment.dataset.standardize === run.problem.experiment.dataset.standardize;
  const problem = prepareProblem(experiment, sameUnits ? scalersOf(run) : undefined);
  const { parameterCount } = problem.plan;
  if (state.parameters.length !== stateRows(problem) * rowLength(problem))
    throw new Error(`invalid change; must keep the parameter count: ${parameterCount}`);
  const sameNoise = experiment.likelihood.noise === run.problem.experiment.likelihood.noise;
  if (experiment.likelihood.learn && sameNoise) return [problem, state];
  const parameters = state.parameters.slice();
  const length = rowLength(problem);
  for (let start = 0; start < parameters.length; start += length)
    parameters[start + 2 * parameterCount] = clampedLogNoise(problem);
  return [problem, { ...state, parameters }];
}

/** The maps between the data's units and the run's. */
export function scalersOf({ problem: { xScalers, yScaler } }: TrainingRun): Scalers {
  return { xScalers, yScaler };
}

/** What another worker needs to go on. */
export async function checkpointOf(run: TrainingRun): Promise<Checkpoint> {
  return { state: await run.engine.state(), scalers: scalersOf(run) };
}
