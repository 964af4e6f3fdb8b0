import type { EngineChoice, Experiment } from '../experiment/document/experiment.ts';
import type { Backend } from '../experiment/engine/backends.ts';
import { usesGraphicsCard } from '../experiment/engine/backends.ts';
import type { EngineFactory } from '../experiment/engine/engine.ts';
import { passesSelfTest } from '../experiment/engine/selfTest.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import {
  type Hindered,
  type Hindrance,
  hindrances,
  engineReasons as reasons,
  smallStep,
} from './engineReasons.ts';
import type { EngineSource, EngineSources, OptionalBackend } from './engineSources.ts';
import type { EngineStatus } from './protocol.ts';

/** An engine to run and why. `ready` before `create`: TensorFlow.js has one backend at a time. */
export interface ChosenEngine {
  readonly status: EngineStatus;
  readonly ready: () => Promise<unknown>;
  readonly create: EngineFactory;
}

/**
 * Engines that `auto` tries on the graphics card, best first, and the step in milliseconds below which each cannot win:
 * to submit a step takes as long.
 */
const onGraphicsCard = [
  { backend: 'webgl', minStepMilliseconds: 0.4 },
  { backend: 'tfjs-webgl', minStepMilliseconds: 7 },
] as const satisfies readonly { readonly backend: OptionalBackend; readonly minStepMilliseconds: number }[];

/** What TensorFlow.js may run on, best first. */
const tensorflow = ['tfjs-webgl'] as const;

/**
 * Engines that run without a graphics card, best first. A later one never races against an earlier one that works: it is
 * many times slower, and only other work on the machine could make it win.
 */
const onProcessor = ['wasm', 'reference'] as const satisfies readonly Backend[];

/**
 * Everything that the choice of `auto` depends on. Points count by powers of two, so that adding one does not start a
 * new comparison.
 */
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

/** Plain TypeScript, which runs everything, for this reason. */
export function referenceEngine(
  { createReference }: EngineSources,
  choice: EngineChoice,
  reason: string,
): ChosenEngine {
  return {
    status: { backend: 'reference', choice, reason },
    ready: async () => {},
    create: createReference,
  };
}

/** An engine that has passed its self-test, for this reason. */
export function optionalEngine(
  { prepare, create }: EngineSource,
  backend: OptionalBackend,
  choice: EngineChoice,
  reason: string,
): ChosenEngine {
  return { status: { backend, choice, reason }, ready: prepare, create };
}

/** Whether an engine other than the reference may run an experiment. Where none may there is nothing to compare. */
export function hasCandidates({ supports, load }: EngineSources, experiment: Experiment): boolean {
  return (Object.keys(load) as OptionalBackend[]).some((backend) => supports(backend, experiment));
}

const waitingFor = { webgl: 'WebGL', tfjs: 'TensorFlow.js' } as const;

/**
 * The best engine that can start immediately, which every run does: WebAssembly if it passes its self-test, else the
 * reference.
 */
export async function firstEngine(
  sources: EngineSources,
  problem: Problem,
  choice: EngineChoice,
): Promise<ChosenEngine> {
  if (choice === 'reference') return referenceEngine(sources, choice, reasons.chosen('reference'));
  const found = await loadTested(sources, 'wasm', problem);
  const isReady = !('why' in found);
  const backend = isReady ? 'wasm' : 'reference';
  let reason = choice === 'auto' ? reasons.atOnce(backend) : reasons.chosen(backend);
  if (choice === 'webgl' || choice === 'tfjs') reason = reasons.until(backend, waitingFor[choice]);
  else if (!hasCandidates(sources, problem.experiment)) reason = reasons.only(backend);
  else if (!isReady) reason = reasons.instead(backend, found);
  return isReady ? optionalEngine(found, 'wasm', choice, reason) : referenceEngine(sources, choice, reason);
}

/** Loads, prepares and tests an engine in one go. */
async function loadTested(
  sources: EngineSources,
  backend: OptionalBackend,
  problem: Problem,
): Promise<EngineSource | Hindered> {
  if (!sources.supports(backend, problem.experiment)) return { backend, why: hindrances.lacks };
  const source = await sources.load[backend]().catch(() => null);
  if (!source) return { backend, why: hindrances.notLoaded };
  try {
    if (!(await source.prepare())) return { backend, why: hindrances.missing };
  } catch {
    return { backend, why: hindrances.missing };
  }
  const passes = await passesHere(sources, source, problem, source.compile(problem));
  return passes ? source : { backend, why: hindrances.failedTest };
}

/** Whether an engine compiles and gives the reference's gradient. To throw is to fail. */
export async function passesHere(
  { referenceGradient }: EngineSources,
  { gradient }: EngineSource,
  problem: Problem,
  compiled: Promise<void>,
): Promise<boolean> {
  try {
    await compiled;
    return await passesSelfTest(problem, referenceGradient, gradient);
  } catch {
    return false;
  }
}

/** An engine that may replace the current one, or why it need not be tried. */
export interface Candidate {
  readonly backend: Backend;
  readonly excluded: Hindrance | null;
}

/** What candidates are chosen by. stepMilliseconds: how long a step takes on the current engine. */
export interface CandidateQuery {
  readonly experiment: Experiment;
  readonly current: Backend;
  readonly stepMilliseconds: number;
  readonly distrustGpu: boolean;
}

/** Engines that `auto` compares with the current one, in the order in which they are tried. */
export function autoCandidates(
  sources: EngineSources,
  { experiment, current, stepMilliseconds, distrustGpu }: CandidateQuery,
): readonly Candidate[] {
  const noCard = !distrustGpu && !usesGraphicsCard(current) && !sources.hasFastWebgl();
  const graphicsCard = onGraphicsCard.map(({ backend, minStepMilliseconds }): Candidate => {
    let excluded: Hindrance | null = null;
    if (distrustGpu) excluded = hindrances.distrusted;
    else if (noCard) excluded = hindrances.noCard;
    else if (stepMilliseconds < minStepMilliseconds) excluded = smallStep(stepMilliseconds);
    else if (!sources.supports(backend, experiment)) excluded = hindrances.lacks;
    return { backend, excluded };
  });
  const processor = onProcessor.map((backend): Candidate => {
    const lacks = backend !== 'reference' && !sources.supports(backend, experiment);
    return { backend, excluded: lacks ? hindrances.lacks : null };
  });
  if (usesGraphicsCard(current)) return processor;
  const better = processor.slice(
    0,
    processor.findIndex(({ backend }) => backend === current),
  );
  return [...graphicsCard, ...better];
}

/** Engines that match a selected engine, best first. */
export function pinnedCandidates(
  { supports }: EngineSources,
  choice: 'webgl' | 'tfjs',
  { experiment, distrustGpu }: CandidateQuery,
): readonly Candidate[] {
  const backends = choice === 'tfjs' ? tensorflow : (['webgl'] as const);
  return backends.map((backend) => {
    const lacks = supports(backend, experiment) ? null : hindrances.lacks;
    return { backend, excluded: distrustGpu && usesGraphicsCard(backend) ? hindrances.distrusted : lacks };
  });
}
