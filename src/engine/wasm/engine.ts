import { type Engine, type EngineFactory, NonFiniteStep } from '../../experiment/engine/engine.ts';
import { supports } from '../../experiment/engine/engineCapabilities.ts';
import { drawPosterior } from '../../experiment/engine/state.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import { wasmCapabilities } from './capabilities.ts';
import { type WasmModule, wasmModule } from './module.ts';
import { createSession, type Session } from './session.ts';

/** Takes one step. Throws NonFiniteStep and leaves the state unchanged. */
function takeStep({ evaluate, optimize }: Session, step: number): void {
  const { costs, squares } = evaluate(step);
  if (!Number.isFinite(costs.complexityCost)) throw new NonFiniteStep(step, 'complexityCost');
  const finite = Number.isFinite(costs.likelihoodCost) && optimize(squares, step + 1);
  if (!finite) throw new NonFiniteStep(step, 'likelihoodCost');
}

/**
 * Bayes by Backprop in WebAssembly, on one thread: products and noise in float32 vectors, the state in float64. Each engine
 * has its own memory, allocated when it is created. Throws for experiments that wasmCapabilities do not cover.
 */
export function createWasmEngine(module: WasmModule = wasmModule()): EngineFactory {
  return (problem, initial): Engine => {
    if (!supports(wasmCapabilities, problem.experiment))
      throw new Error(`invalid inference; the wasm engine lacks it: ${problem.experiment.inference.method}`);
    let open: Session | null = createSession(module, problem);
    const session = (): Session => {
      if (!open) throw new Error('this engine has been disposed of');
      return open;
    };
    session().load(initial);
    let { step } = initial;
    return {
      backend: 'wasm',
      train: async (steps, milliseconds) => {
        const end = Date.now() + milliseconds;
        let taken = 0;
        do {
          takeStep(session(), step);
          step++;
          taken++;
        } while (taken < steps && Date.now() < end);
        return taken;
      },
      outputs: async (inputs, firstDraw, draws, kept) => session().predict(inputs, firstDraw, draws, kept),
      draws: async (firstDraw, draws) =>
        drawPosterior(problem, session().save().parameters, firstDraw, draws),
      state: async () => ({ step, ...session().save() }),
      stepCosts: async (at) => session().evaluate(at).costs,
      dispose: () => {
        open = null;
      },
    };
  };
}

/** Costs and gradient [d/dμ | d/dρ | d/d log noise | d/d gains] of one step, for the self-test. parameters: in that order. */
export async function freeEnergyGradientWasm(problem: Problem, parameters: Float64Array, step: number) {
  const { context, load, evaluate } = createSession(wasmModule(), problem);
  const none = new Float64Array(parameters.length);
  load({ parameters, firstMoment: none, secondMoment: none });
  const { costs } = evaluate(step);
  const gradient = context.memory.floatView(context.vectors.gradient, parameters.length);
  return { costs, gradient: Float64Array.from(gradient) };
}
