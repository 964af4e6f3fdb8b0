import { createWasmEngine, freeEnergyGradientWasm, hasWasm, supportsWasm } from '../engine/wasm/index.ts';
import { yieldToMessages } from '../engine/yieldToMessages.ts';
import { setLocale } from '../i18n/index.ts';
import { methods } from '../model/methods/index.ts';
import { createReferenceEngine, freeEnergyGradient, gradientVariance, nextStep } from '../reference/index.ts';
import type { BanditCommand, BanditReport } from './banditProtocol.ts';
import type { EngineSource, EngineSources } from './engineSources.ts';
import type { Command, LocaleCommand, Report } from './protocol.ts';
import { createTrainingLoop } from './trainingLoop.ts';

/** What this file needs of a dedicated worker's global. */
interface WorkerScope {
  onmessage: ((event: { readonly data: Command | BanditCommand | LocaleCommand }) => void) | null;
  readonly postMessage: (report: Report | BanditReport, transfer: ArrayBuffer[]) => void;
}

const scope = globalThis as unknown as WorkerScope;

const wasm: EngineSource = {
  prepare: async () => hasWasm(),
  compile: async () => {},
  create: (problem, state) => createWasmEngine()(problem, state),
  gradient: freeEnergyGradientWasm,
};

async function loadWebgl(): Promise<EngineSource> {
  const webgl = await import('../engine/webgl/index.ts');
  return {
    prepare: webgl.prepareWebgl,
    compile: webgl.compileWebgl,
    create: webgl.createWebglEngine,
    gradient: webgl.freeEnergyGradientWebgl,
  };
}

async function loadTfjs(backend: 'tfjs-webgl' | 'tfjs-cpu'): Promise<EngineSource> {
  const tfjs = await import('../engine/tfjs/index.ts');
  return {
    prepare: async () => (await tfjs.prepareTfjs({ webgl: backend === 'tfjs-webgl' })) === backend,
    // TensorFlow.js compiles an operation when it first runs it.
    compile: async () => {},
    create: tfjs.createTfjsEngine,
    gradient: tfjs.freeEnergyGradientTfjs,
  };
}

const supports: EngineSources['supports'] = (backend, experiment) => {
  const { inference, network } = experiment;
  if (backend === 'wasm') return supportsWasm(experiment);
  if (backend !== 'webgl') return methods[inference.method].fitsDistribution;
  // As supportsWebgl, which comes with the engine.
  return supportsWasm(experiment) && network.kind === 'dense' && inference.estimator !== 'flipout';
};

const receive = createTrainingLoop({
  supports,
  createReference: createReferenceEngine,
  referenceGradient: freeEnergyGradient,
  load: {
    wasm: async () => wasm,
    webgl: loadWebgl,
    'tfjs-webgl': () => loadTfjs('tfjs-webgl'),
    'tfjs-cpu': () => loadTfjs('tfjs-cpu'),
  },
  hasFastWebgl,
  now: () => performance.now(),
  gradientVariance,
  nextStep,
  yieldToMessages,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  post: (report, transfer) => scope.postMessage(report, transfer),
});

/** Renderers that draw without a graphics card; not every browser calls them a performance caveat. */
const software = /swiftshader|llvmpipe|software|basic render/i;

/** Asks for a context that is not software, and gives it back. */
function hasFastWebgl(): boolean {
  if (typeof OffscreenCanvas === 'undefined') return false;
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (!context) return false;
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return !software.test(String(renderer));
}

/** The bandit's part of the program, asked for by its first command. */
let bandit: Promise<(command: BanditCommand) => void> | null = null;

async function loadBandit(): Promise<(command: BanditCommand) => void> {
  const { createBanditLoop } = await import('./banditLoop.ts');
  return createBanditLoop({
    createEngine: hasWasm() ? createWasmEngine() : createReferenceEngine,
    now: () => performance.now(),
    post: (report) => scope.postMessage(report, []),
  });
}

function playBandit(command: BanditCommand): void {
  bandit ??= loadBandit();
  bandit.then(
    (play) => play(command),
    (error: unknown) =>
      scope.postMessage({ type: 'bandit-failed', runId: command.runId, message: String(error) }, []),
  );
}

scope.onmessage = ({ data }) => {
  if (data.type === 'set-locale') setLocale(data.locale);
  else if (data.type === 'bandit') playBandit(data);
  else receive(data);
};
