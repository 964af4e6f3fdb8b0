import type { Backend } from '../experiment/engine/backends.ts';
import { usesGraphicsCard } from '../experiment/engine/backends.ts';
import type { Engine, TrainingState } from '../experiment/engine/engine.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { sortedQuantile } from '../math/quantiles.ts';
import {
  type Candidate,
  type ChosenEngine,
  optionalEngine,
  passesHere,
  referenceEngine,
} from './engineCandidates.ts';
import {
  type Hindered,
  type Hindrance,
  hindrances,
  engineReasons as reasons,
  tooSlow,
} from './engineReasons.ts';
import type { EngineSource, EngineSources, OptionalBackend } from './engineSources.ts';
import { SLICE, type Slice } from './snapshotPacing.ts';

/** Milliseconds that a graphics card may take to compile a step's programs. */
export const COMPILING = 10_000;

/** Milliseconds of training in one round of a race. Longer than a slice: it ends by reading the state, as no slice does. */
const ROUND = 30;
/** A challenger has to train this many times as fast, by the median of the rounds: a close race is not worth a change. */
const REQUIRED_GAIN = 1.5;
/** Rounds of a race, and how many of them a challenger has to win. */
const MAX_ROUNDS = 9;
const MIN_WINS = 7;

/**
 * The verdict on a challenger after some rounds; ratios: its speed over that of the current engine in each. Other work
 * on the machine slows single rounds or all of them, but seldom those of one engine only: so the median counts, and the
 * rounds have to agree.
 */
export function verdictOf(ratios: readonly number[]): 'wins' | 'loses' | 'undecided' {
  const wins = ratios.filter((ratio) => ratio > 1).length;
  if (ratios.length - wins > MAX_ROUNDS - MIN_WINS) return 'loses';
  if (wins < MIN_WINS) return 'undecided';
  return median(ratios) >= REQUIRED_GAIN ? 'wins' : 'loses';
}

/** What a trial starts from. state: a copy of the run's; candidates: tried in this order. */
export interface TrialRequest {
  readonly problem: Problem;
  readonly state: TrainingState;
  readonly current: ChosenEngine;
  readonly candidates: readonly Candidate[];
  /** Whether the engine was selected: the first candidate that works is taken, at any speed. */
  readonly pinned: boolean;
}

/** Which engine the run should have. speed: its steps per millisecond in the race; null without a race. */
export interface TrialResult {
  readonly chosen: ChosenEngine;
  readonly speed: number | null;
}

/** A comparison of the current engine with its candidates, in pieces between which the run continues training. */
export interface EngineTrial {
  /** Milliseconds for which the next piece may block the thread; 0: not noticeably. */
  readonly silence: () => number;
  /** Does the next piece. lastSlice: what the run has trained since the last piece. The result, once there is one. */
  readonly advance: (lastSlice: Slice | null) => Promise<TrialResult | null>;
  readonly dispose: () => void;
}

/**
 * What a trial does next:
 *
 *   loading → preparing → compiling → testing → starting → warming → racing → the next candidate, or decided
 *
 * A candidate that is hindered on the way is followed by the next one, as one on the graphics card that loses is. One
 * without it that loses ends the trial: those behind it are slower. The reference begins with
 * `starting`; an engine that a person chose is decided on after `testing`.
 */
type Phase =
  | Loading
  | Preparing
  | Compiling
  | Starting
  | Race
  | { readonly kind: 'decided'; readonly result: TrialResult };

interface Loading {
  readonly kind: 'loading';
  readonly backend: OptionalBackend;
  readonly loaded: Pending<EngineSource>;
}

interface Preparing {
  readonly kind: 'preparing';
  readonly backend: OptionalBackend;
  readonly source: EngineSource;
}

interface Compiling {
  readonly kind: 'compiling' | 'testing';
  readonly backend: OptionalBackend;
  readonly source: EngineSource;
  readonly compiled: Pending<void>;
}

/** A challenger that has passed its self-test; `choose` makes it the run's engine, for a reason. */
interface Starting {
  readonly kind: 'starting';
  readonly backend: Backend;
  readonly choose: (reason: string) => ChosenEngine;
}

/** The challenger trains a copy of the state. Speeds are in steps per millisecond. */
interface Race {
  readonly kind: 'warming' | 'racing';
  readonly backend: Backend;
  readonly choose: Starting['choose'];
  readonly engine: Engine;
  readonly rounds: readonly { readonly speed: number; readonly currentSpeed: number }[];
}

/** Milliseconds for which a piece of each phase may block the thread: a graphics card may compile in any but two. */
const silences = {
  loading: 0,
  preparing: COMPILING,
  compiling: 0,
  testing: COMPILING,
  starting: COMPILING,
  warming: COMPILING,
  racing: COMPILING,
  decided: 0,
} as const satisfies Record<Phase['kind'], number>;

/**
 * Tries candidates one after the other: loads each, tests its gradient, and lets it race against the current engine. The
 * rounds alternate with slices of the run itself, which are the rounds of the current engine.
 */
export function createTrial(sources: EngineSources, request: TrialRequest): EngineTrial {
  const { problem, current, pinned } = request;
  const { engine: choice } = problem.experiment.view;
  const { backend: currentBackend } = current.status;
  let candidates = request.candidates;
  /** Why an expected engine is not used: an engine on the graphics card, or the selected one. */
  let hindered: Hindered | null = null;
  /** The last candidate without a graphics card that lost its race, and its gain over the current engine. */
  let defeated: (Hindered & { readonly gain: number }) | null = null;
  let currentSpeed: number | null = null;
  let phase = nextCandidate();

  function nextCandidate(): Phase {
    const [candidate, ...rest] = candidates;
    candidates = rest;
    if (!candidate) return decide(keepCurrent(), currentSpeed);
    const { backend, excluded } = candidate;
    if (excluded) return hinder(backend, excluded);
    if (backend === 'reference')
      return { kind: 'starting', backend, choose: (reason) => referenceEngine(sources, choice, reason) };
    return { kind: 'loading', backend, loaded: track(sources.load[backend]()) };
  }

  /** The second engine of the graphics card is tried only for experiments that the first one lacks. */
  function hinder(backend: Backend, why: Hindrance): Phase {
    if (pinned) hindered ??= { backend, why };
    else if (usesGraphicsCard(backend)) {
      hindered = { backend, why };
      if (why !== hindrances.lacks)
        candidates = candidates.filter((other) => !usesGraphicsCard(other.backend));
    }
    return nextCandidate();
  }

  function decide(chosen: ChosenEngine, speed: number | null): Phase {
    return { kind: 'decided', result: { chosen, speed } };
  }

  function keepCurrent(): ChosenEngine {
    const withReason = (reason: string): ChosenEngine => ({
      ...current,
      status: { backend: currentBackend, choice, reason },
    });
    if (defeated && defeated.gain < 1)
      return withReason(reasons.faster(currentBackend, 1 / defeated.gain, defeated.backend, hindered));
    const why = hindered ?? defeated;
    return withReason(why ? reasons.instead(currentBackend, why) : current.status.reason);
  }

  async function load({ backend, loaded }: Loading): Promise<Phase> {
    if (!loaded.isSettled()) return phase;
    const source = await loaded.promise.catch(() => null);
    if (!source) return hinder(backend, hindrances.notLoaded);
    return { kind: 'preparing', backend, source };
  }

  async function prepare({ backend, source }: Preparing): Promise<Phase> {
    if (!(await source.prepare().catch(() => false))) return hinder(backend, hindrances.missing);
    return { kind: 'compiling', backend, source, compiled: track(source.compile(problem)) };
  }

  async function test({ backend, source, compiled }: Compiling): Promise<Phase> {
    if (!(await passesHere(sources, source, problem, compiled.promise)))
      return hinder(backend, hindrances.failedTest);
    const choose = (reason: string) => optionalEngine(source, backend, choice, reason);
    if (!pinned) return { kind: 'starting', backend, choose };
    return decide(choose(hindered ? reasons.instead(backend, hindered) : reasons.chosen(backend)), null);
  }

  function start({ backend, choose }: Starting): Phase {
    const engine = choose('').create(problem, structuredClone(request.state));
    return { kind: 'warming', backend, choose, engine, rounds: [] };
  }

  /** The first steps of an engine allocate and compile: they are not timed. */
  async function warm(race: Race): Promise<Phase> {
    await race.engine.train(2, SLICE);
    await race.engine.state();
    return { ...race, kind: 'racing' };
  }

  /** A round, which is compared with the run's slice before it. A slice cut short is too inexact. */
  async function runRound(race: Race, lastSlice: Slice | null): Promise<Phase> {
    if (!lastSlice || lastSlice.milliseconds < SLICE / 2) return race;
    const { backend, choose, engine } = race;
    const speed = speedOf(await timeRound(sources.now, engine));
    const rounds = [...race.rounds, { speed, currentSpeed: speedOf(lastSlice) }];
    const gains = rounds.map((round) => round.speed / round.currentSpeed);
    const verdict = verdictOf(gains);
    if (verdict === 'undecided') return { ...race, rounds };
    engine.dispose();
    const gain = median(gains);
    if (verdict === 'wins') {
      const other = usesGraphicsCard(backend) ? null : hindered;
      const reason = reasons.faster(backend, gain, currentBackend, other);
      return decide(choose(reason), median(rounds.map((round) => round.speed)));
    }
    currentSpeed = median(rounds.map((round) => round.currentSpeed));
    const why = gain < REQUIRED_GAIN ? tooSlow(gain) : hindrances.unsteady;
    if (usesGraphicsCard(backend)) return hinder(backend, why);
    defeated = { backend, gain, why };
    return decide(keepCurrent(), currentSpeed);
  }

  async function doPiece(lastSlice: Slice | null): Promise<Phase> {
    switch (phase.kind) {
      case 'loading':
        return await load(phase);
      case 'preparing':
        return await prepare(phase);
      case 'compiling':
        return phase.compiled.isSettled() ? { ...phase, kind: 'testing' } : phase;
      case 'testing':
        return await test(phase);
      case 'starting':
        return start(phase);
      case 'warming':
        return await warm(phase);
      case 'racing':
        return await runRound(phase, lastSlice);
      case 'decided':
        return phase;
    }
  }

  function dispose(): void {
    if (phase.kind === 'warming' || phase.kind === 'racing') phase.engine.dispose();
  }

  return {
    silence: () => silences[phase.kind],
    advance: async (lastSlice) => {
      try {
        phase = await doPiece(lastSlice);
      } catch {
        dispose();
        if (phase.kind !== 'decided') phase = hinder(phase.backend, hindrances.stopped);
      }
      return phase.kind === 'decided' ? phase.result : null;
    },
    dispose,
  };
}

/** Trains one round. To read the state waits for steps that a graphics card has only been given. */
async function timeRound(now: () => number, engine: Engine): Promise<Slice> {
  const begun = now();
  const steps = await engine.train(Number.MAX_SAFE_INTEGER, ROUND);
  await engine.state();
  return { steps, milliseconds: now() - begun };
}

function speedOf({ steps, milliseconds }: Slice): number {
  return steps / Math.max(milliseconds, Number.MIN_VALUE);
}

function median(values: readonly number[]): number {
  return sortedQuantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** A promise whose state can be read without waiting. */
interface Pending<T> {
  readonly promise: Promise<T>;
  readonly isSettled: () => boolean;
}

/** Not awaited unless it is settled: an aborted trial must not block on it, so a rejection has a handler here. */
function track<T>(promise: Promise<T>): Pending<T> {
  let settled = false;
  const settle = (): void => {
    settled = true;
  };
  promise.then(settle, settle);
  return { promise, isSettled: () => settled };
}
