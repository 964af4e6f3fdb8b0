import type { Backend } from '../../src/experiment/engine/backends.ts';
import type { EngineFactory } from '../../src/experiment/engine/engine.ts';
import type { GradientOf } from '../../src/experiment/engine/selfTest.ts';
import { createReferenceEngine, freeEnergyGradient } from '../../src/reference/index.ts';
import type { EngineSource, EngineSources } from '../../src/worker/engineSources.ts';

/** A clock in milliseconds that advances only when a test, or a stand-in that trains, advances it. */
export function createClock() {
  let time = 0;
  return {
    now: () => time,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

export type TestClock = ReturnType<typeof createClock>;

/** How a stand-in differs from an available, correct engine with one step per millisecond. */
export interface StandIn {
  readonly speed?: number;
  readonly loads?: boolean;
  readonly ready?: boolean;
  readonly supports?: boolean;
  /** Relative error of its gradient. */
  readonly wrong?: number;
  /** The error that every attempt to train throws. */
  readonly error?: string;
}

export type StandIns = Partial<Record<Backend, StandIn>> & {
  readonly graphicsCard?: boolean;
  /** The factor by which a step of this engine takes longer at this time, because of other load; ≥ 1. */
  readonly load?: (backend: Backend, time: number) => number;
  /** Steps advance the clock and change nothing: for tests of time alone. */
  readonly trains?: boolean;
};

/** The reference under other names, on its own clock: it trains as many steps per millisecond as given. */
export function standInSources(
  { graphicsCard = true, load: loadAt = () => 1, trains = true, ...engines }: StandIns,
  clock: TestClock = createClock(),
): EngineSources {
  const timed =
    (backend: Backend): EngineFactory =>
    (problem, state) => {
      const engine = createReferenceEngine(problem, state);
      const { speed = 1, error } = engines[backend] ?? {};
      const train = async (steps: number, milliseconds: number) => {
        if (error) throw new Error(error);
        const now = speed / loadAt(backend, clock.now());
        const most = Math.max(1, Math.min(steps, Math.ceil(milliseconds * now)));
        const taken = trains ? await engine.train(most, Number.POSITIVE_INFINITY) : most;
        clock.pass(taken / now);
        return taken;
      };
      return { ...engine, backend, train };
    };
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
    supports: (backend, { inference }) =>
      inference.method === 'bayes-by-backprop' && (engines[backend]?.supports ?? true),
    load: {
      wasm: load('wasm'),
      webgl: load('webgl'),
      'tfjs-webgl': load('tfjs-webgl'),
    },
    hasFastWebgl: () => graphicsCard,
    now: clock.now,
  };
}
