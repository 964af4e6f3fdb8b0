import type { EngineChoice } from '../experiment/document/experiment.ts';
import { type Backend, usesGraphicsCard } from '../experiment/engine/backends.ts';
import type { EngineFactory, TrainingState } from '../experiment/engine/engine.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import {
  type Hindered,
  hindrances,
  engineReasons as reasons,
  smallStep,
  tooLittle,
} from './engineReasons.ts';
import type { EngineSource, EngineSources, OptionalBackend } from './engineSources.ts';
import { bringEngine, finish, type Pieces, trial } from './engineTrials.ts';
import type { EngineStatus } from './protocol.ts';

/** An engine to run and why. `ready` before `create`: TensorFlow.js has one backend at a time. */
export interface ChosenEngine {
  readonly status: EngineStatus;
  readonly ready: () => Promise<unknown>;
  readonly create: EngineFactory;
}

/** WebGL has to win by this factor: a close race is not worth a loaded graphics card. */
const REQUIRED_GAIN = 1.5;

/** Engines of the graphics card, best first, and the step in milliseconds below which each cannot win: to submit one takes as long. */
const onGraphicsCard = [
  { backend: 'webgl', minStepMilliseconds: 0.4 },
  { backend: 'tfjs-webgl', minStepMilliseconds: 7 },
] as const satisfies readonly { readonly backend: OptionalBackend; readonly minStepMilliseconds: number }[];

/** What TensorFlow.js runs on. */
const tensorflow = ['tfjs-webgl'] as const;

/** What the choice depends on; points count by powers of two, so that adding one does not ask again. */
export function shapeKey({ plan, experiment, inputCount, n }: Problem, distrustGpu: boolean): string {
  const { inference, likelihood, network, prior, view } = experiment;
  return [
    view.engine,
    plan.layers.map(({ fanIn, fanOut }) => `${fanIn}-${fanOut}`),
    [network.kind, network.activation, network.cell, network.kernelSize, inputCount],
    [inference.method, inference.estimator, inference.kl, inference.samples, inference.batchSize],
    [likelihood.kind, likelihood.learn, prior.kind, inference.optimizer.kind],
    Math.ceil(Math.log2(n + 1)),
    distrustGpu,
  ].join(' ');
}

/** Plain TypeScript, for this reason. */
export function reference(sources: EngineSources, choice: EngineChoice, reason: string): ChosenEngine {
  const status: EngineStatus = { backend: 'reference', choice, reason };
  return { status, ready: async () => {}, create: sources.createReference };
}

function chosen(
  source: EngineSource,
  backend: OptionalBackend,
  choice: EngineChoice,
  reason: string,
): ChosenEngine {
  return { status: { backend, choice, reason }, ready: source.prepare, create: source.create };
}

/** Whether no engine but the reference implements an experiment. */
function runsOnlyInReference({ load, supports }: EngineSources, { experiment }: Problem): boolean {
  return (Object.keys(load) as OptionalBackend[]).every((backend) => !supports(backend, experiment));
}

/** The best engine that is ready at once, where every run starts: WebAssembly if it passes its self-test. */
export async function quickEngine(
  sources: EngineSources,
  problem: Problem,
  choice: EngineChoice,
): Promise<ChosenEngine> {
  if (choice === 'reference') return reference(sources, choice, reasons.chosen('reference'));
  const found = await finish(bringEngine(sources, 'wasm', problem));
  const ready = 'why' in found ? 'reference' : 'wasm';
  const why = { auto: reasons.atOnce, wasm: reasons.chosen, webgl: untilWebgl, tfjs: untilTensorflow }[
    choice
  ](ready);
  if (!('why' in found)) return chosen(found, 'wasm', choice, why);
  if (choice !== 'auto' && choice !== 'wasm') return reference(sources, choice, why);
  const reason = runsOnlyInReference(sources, problem)
    ? reasons.only('reference')
    : reasons.instead('reference', found);
  return reference(sources, choice, reason);
}

const untilWebgl = (backend: Backend) => reasons.until(backend, 'WebGL');
const untilTensorflow = (backend: Backend) => reasons.until(backend, 'TensorFlow.js');

/** The question of one shape: `state` is copied, `stepMilliseconds` is what a step takes on the current engine. */
export interface SearchRequest {
  readonly problem: Problem;
  readonly state: TrainingState;
  readonly current: ChosenEngine;
  readonly stepMilliseconds: number;
  readonly distrustGpu: boolean;
}

/** Finds the engine for a shape, in pieces between which training goes on. */
export type Search = Pieces<ChosenEngine>;

/** The fastest engine that passes its self-test, with WebGL only if it wins by half as much again. */
export async function* searchFastest(sources: EngineSources, request: SearchRequest): Search {
  const { problem, state, current } = request;
  const { backend } = current.status;
  if (runsOnlyInReference(sources, problem)) return current;
  const race = (create: EngineFactory) => trial(sources.now, create, problem, state);
  const rival = yield* bringGraphicsCard(sources, request);
  const ownSpeed = yield* race(current.create);
  let hindered = 'why' in rival ? rival : null;
  if (!('why' in rival)) {
    const gain = (yield* race(rival.source.create)) / ownSpeed;
    if (gain >= REQUIRED_GAIN)
      return chosen(rival.source, rival.backend, 'auto', reasons.faster(rival.backend, gain, backend));
    hindered = { backend: rival.backend, why: tooLittle(gain) };
  }
  const status = (reason: string): EngineStatus => ({ backend, choice: 'auto', reason });
  if (backend === 'reference')
    return hindered ? { ...current, status: status(reasons.instead(backend, hindered)) } : current;
  const gain = ownSpeed / (yield* race(sources.createReference));
  if (gain < 1) return reference(sources, 'auto', reasons.faster('reference', 1 / gain, backend, hindered));
  return { ...current, status: status(reasons.faster(backend, gain, 'reference', hindered)) };
}

interface Brought {
  readonly backend: OptionalBackend;
  readonly source: EngineSource;
}

/** The best engine of the graphics card that has the experiment and could win. */
async function* bringGraphicsCard(
  sources: EngineSources,
  { problem, stepMilliseconds, distrustGpu }: SearchRequest,
): Pieces<Brought | Hindered> {
  const [{ backend: best }] = onGraphicsCard;
  if (distrustGpu) return { backend: best, why: hindrances.distrusted };
  if (!sources.hasFastWebgl()) return { backend: best, why: hindrances.noCard };
  let last: Hindered = { backend: best, why: hindrances.lacks };
  for (const { backend, minStepMilliseconds } of onGraphicsCard) {
    if (stepMilliseconds < minStepMilliseconds) return { backend, why: smallStep(stepMilliseconds) };
    const found = yield* bringEngine(sources, backend, problem);
    if (!('why' in found)) return { backend, source: found };
    last = found;
    if (found.why !== hindrances.lacks) return found;
  }
  return last;
}

/** The engine that the person asked for; where it does not run, the current one and why. */
export async function* searchPinned(
  sources: EngineSources,
  { problem, current, distrustGpu }: SearchRequest,
  choice: 'webgl' | 'tfjs',
): Search {
  let hindered: Hindered | null = null;
  for (const backend of choice === 'tfjs' ? tensorflow : (['webgl'] as const)) {
    const found: EngineSource | Hindered =
      distrustGpu && usesGraphicsCard(backend)
        ? { backend, why: hindrances.distrusted }
        : yield* bringEngine(sources, backend, problem);
    if (!('why' in found)) {
      const reason = hindered ? reasons.instead(backend, hindered) : reasons.chosen(backend);
      return chosen(found, backend, choice, reason);
    }
    hindered ??= found;
  }
  const reason = hindered ? reasons.instead(current.status.backend, hindered) : current.status.reason;
  return { ...current, status: { ...current.status, choice, reason } };
}
