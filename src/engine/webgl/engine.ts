import type { Engine, EngineFactory } from '../../experiment/engine/engine.ts';
import { supports } from '../../experiment/engine/engineCapabilities.ts';
import { drawPosterior } from '../../experiment/engine/state.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import { webglCapabilities } from './capabilities.ts';
import { createCheckedBatches } from './checkedBatches.ts';
import { webglDevice } from './openDevice.ts';
import { createPrediction } from './prediction.ts';
import { compilePrograms } from './problemPasses.ts';
import { createSession, type Vectors } from './session.ts';

function refuseUnsupported({ experiment }: Problem): void {
  const { method, estimator } = experiment.inference;
  if (!supports(webglCapabilities, experiment))
    throw new Error(`invalid inference; the webgl engine lacks it: ${method}, ${estimator}`);
}

/** Compiles all programs of a problem without blocking the thread. Call prepareWebgl first. */
export async function compileWebgl(problem: Problem): Promise<void> {
  refuseUnsupported(problem);
  await compilePrograms(webglDevice(), problem);
}

/**
 * Bayes by Backprop in fused WebGL programs on the context of TensorFlow.js. The number of draw calls in a step does not
 * depend on S; only occasional checks are read back. The state is float32. Call prepareWebgl first. Throws for experiments
 * that webglCapabilities do not cover and where the card lacks memory. Its functions reject if the context is lost.
 */
export const createWebglEngine: EngineFactory = (problem, initial): Engine => {
  refuseUnsupported(problem);
  const device = webglDevice();
  const session = createSession(device, problem);
  session.load(session.states[0]!, initial);
  const batches = createCheckedBatches(device, session, initial.step);
  const prediction = createPrediction(device, session);
  const queue = createQueue();
  let seen: Vectors | null = null;
  let open = true;

  /** Runs a task after those before it; if `settled`, after all submitted steps are done and checked. */
  const enqueue = <T>(settled: boolean, task: () => Promise<T>): Promise<T> =>
    queue(async () => {
      if (!open) throw new Error('this engine has been disposed of');
      if (settled) await batches.settle();
      return await task();
    });

  const view = async (): Promise<Vectors> => {
    seen ??= await session.save(batches.state());
    return seen;
  };

  const throwFailure = (): void => {
    const failure = batches.takeFailure();
    if (failure) throw failure;
  };

  const train = async (steps: number, milliseconds: number): Promise<number> => {
    const end = performance.now() + milliseconds;
    seen = null;
    let taken = 0;
    do {
      const room = await batches.makeRoom(taken > 0 ? end : Number.POSITIVE_INFINITY);
      throwFailure();
      if (!room) return taken;
      taken += batches.submit(steps - taken, end - performance.now());
    } while (taken < steps && performance.now() < end);
    if (taken >= steps) await batches.settle();
    throwFailure();
    return taken;
  };

  return {
    backend: 'webgl',
    train: (steps, milliseconds) => enqueue(false, () => train(steps, milliseconds)),
    outputs: (inputs, firstDraw, draws, kept) =>
      enqueue(true, () => prediction.predict(batches.state(), inputs, firstDraw, draws, kept)),
    draws: (firstDraw, draws) =>
      enqueue(true, async () => drawPosterior(problem, (await view()).parameters, firstDraw, draws)),
    state: () =>
      enqueue(true, async () => {
        const { parameters, firstMoment, secondMoment } = await view();
        return {
          step: batches.step(),
          parameters: parameters.slice(),
          firstMoment: firstMoment.slice(),
          secondMoment: secondMoment.slice(),
        };
      }),
    dispose: () => {
      if (!open) return;
      open = false;
      batches.dispose();
      prediction.dispose();
      session.dispose();
    },
  };
};

/** Runs tasks one after the other; a rejected task does not stop the later ones. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task, task);
    last = result.catch(() => {});
    return result;
  };
}

/** Costs and gradient of one step, for the self-test: [d/dμ | d/dρ | d/d log noise]. parameters: [2P + 1]. */
export async function freeEnergyGradientWebgl(problem: Problem, parameters: Float64Array, step: number) {
  refuseUnsupported(problem);
  const device = webglDevice();
  const session = createSession(device, problem);
  try {
    const none = new Float64Array(parameters.length);
    session.load(session.states[0]!, { parameters, firstMoment: none, secondMoment: none });
    return await session.evaluate(session.states[0]!, step);
  } finally {
    session.dispose();
  }
}
