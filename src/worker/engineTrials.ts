import type { EngineFactory, TrainingState } from '../experiment/engine/engine.ts';
import { passesSelfTest } from '../experiment/engine/selfTest.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import { type Hindered, hindrances } from './engineReasons.ts';
import type { EngineSource, EngineSources, OptionalBackend } from './engineSources.ts';
import { SLICE } from './snapshotPacing.ts';

/** Milliseconds that a graphics card may take to compile a step's programs. */
export const COMPILING = 10_000;
/** Milliseconds of training by which engines are compared. */
const TRIAL = 60;

/**
 * Work in pieces between which training goes on. Yields the milliseconds of silence that the next piece may need;
 * waiting for something needs none.
 */
export type Pieces<Result> = AsyncGenerator<number, Result>;

/** Brings an engine for a problem: loaded, ready, compiled, and giving the reference's gradient; or why it cannot. */
export async function* bringEngine(
  { supports, load, referenceGradient }: EngineSources,
  backend: OptionalBackend,
  problem: Problem,
): Pieces<EngineSource | Hindered> {
  const hindered = (why: Hindered['why']): Hindered => ({ backend, why });
  if (!supports(backend, problem.experiment)) return hindered(hindrances.lacks);
  const source = yield* whilePending(load[backend]().catch(() => null));
  if (!source) return hindered(hindrances.notLoaded);
  yield COMPILING;
  if (!(await source.prepare().catch(() => false))) return hindered(hindrances.missing);
  yield COMPILING;
  try {
    yield* whilePending(source.compile(problem));
    yield COMPILING;
    if (await passesSelfTest(problem, referenceGradient, source.gradient)) return source;
  } catch {
    // It said that it was ready and is not: no better than a wrong gradient.
  }
  return hindered(hindrances.failedTest);
}

/** Steps per millisecond on a copy of the state. Reads the state back, so that a queue does not pass for speed. */
export async function* trial(
  now: () => number,
  create: EngineFactory,
  problem: Problem,
  state: TrainingState,
): Pieces<number> {
  yield COMPILING;
  const engine = create(problem, copyState(state));
  try {
    await engine.train(2, SLICE);
    await engine.state();
    let steps = 0;
    let milliseconds = 0;
    while (milliseconds < TRIAL) {
      yield COMPILING;
      const begun = now();
      steps += await engine.train(Number.MAX_SAFE_INTEGER, SLICE);
      if (milliseconds + now() - begun >= TRIAL) await engine.state();
      milliseconds += now() - begun;
    }
    return steps / milliseconds;
  } finally {
    engine.dispose();
  }
}

/** Does all pieces, one after the other. */
export async function finish<Result>(pieces: Pieces<Result>): Promise<Result> {
  for (;;) {
    const piece = await pieces.next();
    if (piece.done) return piece.value;
  }
}

/** Yields until the promise settles. */
async function* whilePending<T>(promise: Promise<T>): Pieces<T> {
  let settled = false;
  const done = promise.finally(() => {
    settled = true;
  });
  // Whoever abandons the pieces does not wait for this either.
  done.catch(() => {});
  while (!settled) {
    await new Promise((resolve) => setTimeout(resolve));
    if (!settled) yield 0;
  }
  return await done;
}

/** The same state in memory of its own. */
export function copyState(state: TrainingState): TrainingState {
  return structuredClone(state);
}
