import type { EngineFactory, TrainingState } from '../experiment/engine.ts';
import type { EngineChoice } from '../experiment/experiment.ts';
import type { Problem } from '../experiment/problem.ts';
import { gradientsAgree } from '../experiment/selfTest.ts';
import { methods } from '../methods/index.ts';
import { engineReasons as reasons } from './engineReasons.ts';
import type { EngineSources, TfjsSource } from './engineSources.ts';
import type { EngineStatus } from './protocol.ts';

/** An engine to run and why. `ready` before `create`: TensorFlow.js has one backend at a time. */
export interface ChosenEngine {
  readonly status: EngineStatus;
  readonly ready: () => Promise<unknown>;
  readonly create: EngineFactory;
}

/** Milliseconds that a graphics card may take to compile a step's programs. */
export const COMPILING = 10_000;
/** Milliseconds of training by which engines are compared. */
const TRIAL = 60;
/** WebGL has to win by this factor: a close race is not worth a loaded graphics card. */
const REQUIRED_GAIN = 1.5;
/** A stock WebGL step costs about 7 ms where the reference's default step costs 3: below this it cannot win. */
const SMALL_STEP = 3;

/** What the choice depends on; points count by powers of two, so that adding one does not ask again. */
export function shapeKey({ plan, experiment, n }: Problem, distrustGpu: boolean): string {
  const points = Math.ceil(Math.log2(n + 1));
  return [
    experiment.view.engine,
    plan.parameterCount,
    experiment.inference.method,
    experiment.inference.estimator,
    experiment.likelihood.kind,
    experiment.inference.samples,
    points,
    distrustGpu,
  ].join(' ');
}

/** The engine that is ready at once: where every run starts. */
export function firstEngine(sources: EngineSources, choice: EngineChoice): ChosenEngine {
  const { first, pinnedReference, loading } = reasons;
  return reference(sources, choice, { auto: first, reference: pinnedReference, tfjs: loading }[choice]);
}

/** Plain TypeScript, for this reason. */
export function reference(sources: EngineSources, choice: EngineChoice, reason: string): ChosenEngine {
  const status: EngineStatus = { backend: 'reference', choice, reason };
  return { status, ready: async () => {}, create: sources.createReference };
}

function tensorflow(tfjs: TfjsSource, choice: EngineChoice, webgl: boolean, reason: string): ChosenEngine {
  const backend = webgl ? 'tfjs-webgl' : 'tfjs-cpu';
  return { status: { backend, choice, reason }, ready: () => tfjs.prepare({ webgl }), create: tfjs.create };
}

/** TensorFlow.js runs Bayes by Backprop; the methods that it is held against run in plain TypeScript. */
function tensorflowSupports({ experiment }: Problem): boolean {
  return methods[experiment.inference.method].variational;
}

/** The question of one shape: `state` is copied, `stepMilliseconds` is what a step takes on the reference. */
export interface EngineQuestion {
  readonly problem: Problem;
  readonly state: TrainingState;
  readonly stepMilliseconds: number;
  readonly distrustGpu: boolean;
}

/**
 * Finds the engine for a shape, in pieces between which training goes on. Yields the milliseconds of silence that the
 * next piece may need; waiting for a download needs none.
 */
export type Search = AsyncGenerator<number, ChosenEngine>;

/** The fastest engine that passes its self-test, with WebGL only if it wins by half as much again. */
export async function* searchFastest(sources: EngineSources, question: EngineQuestion): Search {
  const { problem, state, stepMilliseconds, distrustGpu } = question;
  const stay = (reason: string) => reference(sources, 'auto', reason);
  if (!tensorflowSupports(problem)) return stay(reasons.method);
  if (distrustGpu) return stay(reasons.distrusted);
  if (stepMilliseconds < SMALL_STEP) return stay(reasons.smallStep(stepMilliseconds));
  if (!sources.hasFastWebgl()) return stay(reasons.noWebgl);
  const tfjs = yield* whilePending(sources.loadTfjs().catch(() => null));
  if (!tfjs) return stay(reasons.notLoaded);
  yield COMPILING;
  if ((await tfjs.prepare({ webgl: true }).catch(() => null)) !== 'tfjs-webgl') return stay(reasons.noWebgl);
  yield COMPILING;
  if (!(await passesSelfTest(sources, tfjs, question))) return stay(reasons.webglFailedTest);
  const webglSpeed = yield* trial(sources.now, tfjs.create, problem, state);
  const referenceSpeed = yield* trial(sources.now, sources.createReference, problem, state);
  const gain = webglSpeed / referenceSpeed;
  if (gain >= REQUIRED_GAIN) return tensorflow(tfjs, 'auto', true, reasons.webglFaster(gain));
  return stay(gain > 1 ? reasons.webglTooLittle(gain) : reasons.referenceFaster(1 / gain));
}

/** TensorFlow.js because the person asked for it: on WebGL where that can be trusted, else on the CPU. */
export async function* searchTfjs(sources: EngineSources, question: EngineQuestion): Search {
  if (!tensorflowSupports(question.problem)) return reference(sources, 'tfjs', reasons.method);
  const tfjs = yield* whilePending(sources.loadTfjs().catch(() => null));
  if (!tfjs) return reference(sources, 'tfjs', reasons.notLoaded);
  let onCpu: string = reasons.cpuDistrusted;
  if (!question.distrustGpu) {
    yield COMPILING;
    const webgl = (await tfjs.prepare({ webgl: true }).catch(() => null)) === 'tfjs-webgl';
    yield COMPILING;
    if (webgl && (await passesSelfTest(sources, tfjs, question)))
      return tensorflow(tfjs, 'tfjs', true, reasons.pinnedWebgl);
    onCpu = webgl ? reasons.cpuFailedTest : reasons.cpuNoWebgl;
  }
  yield COMPILING;
  await tfjs.prepare({ webgl: false });
  if (await passesSelfTest(sources, tfjs, question)) return tensorflow(tfjs, 'tfjs', false, onCpu);
  return reference(sources, 'tfjs', reasons.tfjsFailedTest);
}

async function passesSelfTest(
  sources: EngineSources,
  tfjs: TfjsSource,
  question: EngineQuestion,
): Promise<boolean> {
  const { problem, state } = question;
  const expected = sources.referenceGradient(problem, state.parameters.slice(), state.step).gradient;
  const found = await tfjs.gradient(problem, state.parameters.slice(), state.step).catch(() => null);
  return found !== null && gradientsAgree(expected, found.gradient);
}

/** Steps per millisecond on a copy of the state. Reads the state back, so that a queue does not pass for speed. */
async function* trial(
  now: () => number,
  create: EngineFactory,
  problem: Problem,
  state: TrainingState,
): AsyncGenerator<number, number> {
  yield COMPILING;
  const engine = create(problem, copyState(state));
  try {
    await engine.train(2, TRIAL);
    await engine.state();
    yield COMPILING;
    const begun = now();
    const steps = await engine.train(Number.MAX_SAFE_INTEGER, TRIAL);
    await engine.state();
    return steps / (now() - begun);
  } finally {
    engine.dispose();
  }
}

/** Yields until the promise settles. */
async function* whilePending<T>(promise: Promise<T>): AsyncGenerator<number, T> {
  let settled = false;
  const done = promise.finally(() => {
    settled = true;
  });
  while (!settled) yield 0;
  return await done;
}

/** The same state in memory of its own. */
export function copyState(state: TrainingState): TrainingState {
  return structuredClone(state);
}
