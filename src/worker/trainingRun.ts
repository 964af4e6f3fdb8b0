import type { Experiment } from '../experiment/document/experiment.ts';
import { usesGraphicsCard } from '../experiment/engine/backends.ts';
import type { Engine, TrainingState } from '../experiment/engine/engine.ts';
import { clampedLogNoise, initialState, rowLength, stateRows } from '../experiment/engine/state.ts';
import type { Queries } from '../experiment/pictures/observe.ts';
import { prepareProblem } from '../experiment/pictures/prepareProblem.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import type { Scalers } from '../experiment/problem/scalers.ts';
import { createDivergenceCheck, largestCost } from '../experiment/scores/divergence.ts';
import { loadDataset } from '../model/datasets/index.ts';
import type { ChosenEngine } from './engineCandidates.ts';
import type { Checkpoint, Command, Progress, RunId } from './protocol.ts';
import { type RunEvent, type RunState, transition } from './runState.ts';
import type { Slice, SnapshotPacing, SpeedLog } from './snapshotPacing.ts';
import { type RampFrame, rampFrameAt, type TrainingPace } from './trainingPace.ts';

/** What the run's engine has done since it was made, or since engines were last compared. */
export interface EngineUsage {
  steps: number;
  /** Time spent in the engine itself. */
  milliseconds: number;
  /** Milliseconds of a step in the fastest slice; infinite before the first. Other work on the machine slows the others. */
  stepTime: number;
  /** The slice trained last, until a comparison of engines has used it. */
  lastSlice: Slice | null;
}

/** Snapshots of the run: whether one can be sent, and what the page has. */
export interface SnapshotState {
  /** The page has drawn the last one. */
  maySend: boolean;
  /** The run has changed since the last one was made. */
  isStale: boolean;
  /** The state behind the last good one; at first the initial state. */
  shown: TrainingState;
  pacing: SnapshotPacing;
  /** Milliseconds of the fastest one on this engine; 0 before the first. Other work on the machine slows the others. */
  fastest: number;
  /** How many were made after the prior, of those that `fastest` refers to. */
  timed: number;
  /** Recognises costs that are finite, but beyond sense. */
  readonly divergence: ReturnType<typeof createDivergenceCheck>;
  /** Made while the page was still drawing the last one; sent with the next. */
  kept: readonly Progress[];
}

/** One run as the worker keeps it. The engine owns the training state. */
export interface TrainingRun {
  readonly id: RunId;
  readonly distrustGpu: boolean;
  problem: Problem;
  /** Changed by `dispatch` only. */
  state: RunState;
  step: number;
  engine: Engine;
  chosen: ChosenEngine;
  usage: EngineUsage;
  compiling: Compiling;
  readonly snapshots: SnapshotState;
  readonly speed: {
    log: SpeedLog;
    /** When the last slice ended, while training continues without a break. */
    sliceEndedAt: number | null;
  };
  pace: TrainingPace;
  /** Where the pace holds the run back. */
  rampFrame: RampFrame;
  checkpointedAt: number;
  /** What every snapshot includes: predictions for rows of inputs, and optionally accuracy against pruned weights. */
  requests: { readonly queries: Queries; readonly pruning: boolean };
}

/**
 * Whether the engine still has to compile programs, which it does in its first slice and its first snapshot. While it
 * is `announced` the page allows the worker to be silent.
 */
export interface Compiling {
  state: 'expected' | 'announced' | 'done';
  hasTrained: boolean;
  hasDrawn: boolean;
}

/** A paused run, on the engine that `first` gives its problem. */
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
    state: { kind: 'idle' },
    step: state.step,
    engine: chosen.create(problem, state),
    chosen,
    usage: newUsage(),
    compiling: newCompiling(chosen),
    snapshots: {
      maySend: true,
      isStale: true,
      shown: state,
      pacing: { postedAt: Number.NEGATIVE_INFINITY, duration: 0 },
      fastest: 0,
      timed: 0,
      divergence: createDivergenceCheck(largestCost(problem)),
      kept: [],
    },
    speed: { log: [], sliceEndedAt: null },
    pace: 'flat-out',
    rampFrame: rampFrameAt(state.step),
    checkpointedAt: Number.NEGATIVE_INFINITY,
    requests: { queries: [], pruning: false },
  };
}

/** Trains at this pace from here on. */
export function setPace(run: TrainingRun, pace: TrainingPace): void {
  run.pace = pace;
  run.rampFrame = rampFrameAt(run.step);
}

/** Moves the run to its next state. */
export function dispatch(run: TrainingRun, event: RunEvent): void {
  run.state = transition(run.state, event);
  if (run.state.kind !== 'training') run.speed.sliceEndedAt = null;
}

/** Continues in another engine from this state. */
export async function moveRun(run: TrainingRun, chosen: ChosenEngine, state: TrainingState): Promise<void> {
  const before = run.engine;
  await chosen.ready();
  run.engine = chosen.create(run.problem, state);
  run.chosen = chosen;
  run.step = state.step;
  run.usage = newUsage();
  run.snapshots.fastest = 0;
  run.snapshots.timed = 0;
  run.compiling = newCompiling(chosen);
  before.dispose();
}

export function newUsage(): EngineUsage {
  return { steps: 0, milliseconds: 0, stepTime: Number.POSITIVE_INFINITY, lastSlice: null };
}

function newCompiling({ status }: ChosenEngine): Compiling {
  const state = usesGraphicsCard(status.backend) ? 'expected' : 'done';
  return { state, hasTrained: false, hasDrawn: false };
}

/**
 * The problem of a changed experiment and the state from which its run continues. Changes that restart training never
 * reach this function: the page sends `start` for them (`changesBetween`, whose table of fields is not loaded here).
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
