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

/** Compiles all programs of a problem in the background, so that an engine for it starts at once. After prepareWebgl. */
export async function compileWebgl(problem: Problem): Promise<void> {
  refuseUnsupported(problem);
  await compilePrograms(webglDevice(), problem);
}

/**
 * Bayes by Backprop in fused WebGL programs on the context of TensorFlow.js: a handful of draws a step, whatever S, and
 * nothing read back but a check now and then. The state is float32. Call prepareWebgl
 * first. Throws for experiments that webglCapabilities do not cover, and where the card lacks the memory. Its functions
 * reject if the context is lost.
 */
export const createWebglEngine: EngineFactory = (problem, initial): Engine => {
  refuseUnsupported(problem);
  const device = webglDevice();
  const session = createSession(device, problem);
  session.load(session.states[0]!, initial);
  const batches = createCheckedBatches(device, session, initial.step);
  const prediction = createPrediction(device, session);
  const alone = createQueue();
  let seen: Vectors | null = null;
  let open = true;

  /** One thing at a time, on steps that are done and checked where `rests` is asked. */
  const inTurn = <T>(rests: boolean, task: () => Promise<T>): Promise<T> =>
    alone(async () => {
      if (!open) throw new Error('this engine has been disposed of');
      if (rests) await batches.settle();
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
    train: (steps, milliseconds) => inTurn(false, () => train(steps, milliseconds)),
    outputs: (inputs, firstDraw, draws, kept) =>
      inTurn(true, () => prediction.predict(batches.state(), inputs, firstDraw, draws, kept)),
    draws: (firstDraw, draws) =>
      inTurn(true, async () => drawPosterior(problem, (await view()).parameters, firstDraw, draws)),
    state: () =>
      inTurn(true, async () => {
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

/** Runs tasks one after the other, whatever became of those before. */
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
