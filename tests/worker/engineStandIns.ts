import type { Backend } from '../../src/experiment/engine/backends.ts';
import type { EngineFactory } from '../../src/experiment/engine/engine.ts';
import type { GradientOf } from '../../src/experiment/engine/selfTest.ts';
import { createReferenceEngine, freeEnergyGradient } from '../../src/reference/index.ts';
import type { EngineSource, EngineSources } from '../../src/worker/engineSources.ts';

/** How a stand-in differs from an engine that is there, right, and takes a step a millisecond. */
export interface StandIn {
  readonly speed?: number;
  readonly loads?: boolean;
  readonly ready?: boolean;
  readonly supports?: boolean;
  /** Relative error of its gradient. */
  readonly wrong?: number;
}

export type StandIns = Partial<Record<Backend, StandIn>> & { readonly graphicsCard?: boolean };

/** The reference under other names, on a clock of its own: steps per millisecond are as given. */
export function standInSources({ graphicsCard = true, ...engines }: StandIns): EngineSources {
  let time = 0;
  const timed =
    (backend: Backend): EngineFactory =>
    (problem, state) => ({
      ...createReferenceEngine(problem, state),
      backend,
      train: async (steps, milliseconds) => {
        const speed = engines[backend]?.speed ?? 1;
        const taken = Math.min(steps, Math.ceil(milliseconds * speed));
        time += taken / speed;
        return taken;
      },
    });
  const load = (backend: Exclude<Backend, 'reference'>) => async (): Promise<EngineSource> => {
    const { loads = true, ready = true, wrong = 0 } = engines[backend] ?? { loads: false };
    if (!loads) throw new Error('offline');
    const gradient: GradientOf = (problem, parameters, step) => {
      const { costs, gradient } = freeEnergyGradient(problem, parameters, step);
      return { costs, gradient: gradient.map((g) => g * (1 + wrong)) };
    };
    return {
      prepare: async () => ready,
      compile: async () => {},
      create: timed(backend),
      gradient,
    };
  };
  return {
    createReference: timed('reference'),
    referenceGradient: freeEnergyGradient,
    supports: (backend) => engines[backend]?.supports ?? true,
    load: {
      wasm: load('wasm'),
      webgl: load('webgl'),
      'tfjs-webgl': load('tfjs-webgl'),
    },
    hasFastWebgl: () => graphicsCard,
    now: () => time,
  };
}
