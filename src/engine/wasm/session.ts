import type { TrainingState } from '../../experiment/engine/engine.ts';
import { rowLength } from '../../experiment/engine/state.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import { createVectors, type KernelContext, tileRowsOf } from './kernelContext.ts';
import { createMemory } from './memory.ts';
import { instantiate, type WasmModule } from './module.ts';
import { createNetwork } from './network.ts';
import { createObjective } from './objective.ts';
import { createOptimizer, type StateVectors } from './optimizer.ts';
import { createPrediction } from './prediction.ts';

/** A problem loaded into its own kernels, with all memory allocated. */
export type Session = ReturnType<typeof createSession>;

/** Allocates everything that a problem needs. */
export function createSession(module: WasmModule, problem: Problem) {
  const kernels = instantiate(module);
  const memory = createMemory(kernels);
  const length = rowLength(problem);
  const state: StateVectors = {
    parameters: memory.doubles(length),
    firstMoment: memory.doubles(length),
    secondMoment: memory.doubles(length),
  };
  const context: KernelContext = {
    problem,
    kernels,
    memory,
    vectors: createVectors(problem, memory),
    tileRows: tileRowsOf(problem),
  };
  const network = createNetwork(context);
  const evaluate = createObjective(context, network, state.parameters);
  const optimize = createOptimizer(context, state);
  const predict = createPrediction(context, network, state.parameters);
  const view = (name: keyof StateVectors) => memory.doubleView(state[name], length);
  return {
    context,
    evaluate,
    optimize,
    predict,
    load: ({ parameters, firstMoment, secondMoment }: Omit<TrainingState, 'step' | 'chains'>): void => {
      view('parameters').set(parameters);
      view('firstMoment').set(firstMoment);
      view('secondMoment').set(secondMoment);
    },
    /** Returns copies of the three vectors. */
    save: (): Omit<TrainingState, 'step' | 'chains'> => ({
      parameters: view('parameters').slice(),
      firstMoment: view('firstMoment').slice(),
      secondMoment: view('secondMoment').slice(),
    }),
  };
}
