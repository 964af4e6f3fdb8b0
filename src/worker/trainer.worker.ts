import { engineCapabilities } from '../engine/capabilities.ts';
import { createWasmEngine, freeEnergyGradientWasm, hasWasm } from '../engine/wasm/index.ts';
import { yieldToMessages } from '../engine/yieldToMessages.ts';
import { supports } from '../experiment/engine/engineCapabilities.ts';
import { setLocale } from '../i18n/index.ts';
import { createReferenceEngine, freeEnergyGradient, gradientVariance, nextStep } from '../reference/index.ts';
import type { BanditCommand, BanditReport } from './banditProtocol.ts';
import type { EngineSource } from './engineSources.ts';
import type { Command, LocaleCommand, Report } from './protocol.ts';
import { createTrainingLoop } from './trainingLoop.ts';

/** The part of DedicatedWorkerGlobalScope that is used here. */
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

async function loadTfjs(): Promise<EngineSource> {
  const tfjs = await import('../engine/tfjs/index.ts');
  return {
    prepare: tfjs.prepareTfjs,
    // TensorFlow.js compiles an operation when it is first run.
    compile: async () => {},
    create: tfjs.createTfjsEngine,
    gradient: tfjs.freeEnergyGradientTfjs,
  };
}

const receive = createTrainingLoop({
  createReference: createReferenceEngine,
  referenceGradient: freeEnergyGradient,
  supports: (backend, experiment) => supports(engineCapabilities[backend], experiment),
  load: {
    wasm: async () => wasm,
    webgl: loadWebgl,
    'tfjs-webgl': loadTfjs,
  },
  hasFastWebgl,
  now: () => performance.now(),
  gradientVariance,
  nextStep,
  yieldToMessages,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  post: (report, transfer) => scope.postMessage(report, transfer),
});

/** Names of software renderers; not every browser reports them as a major performance caveat. */
const software = /swiftshader|llvmpipe|software|basic render/i;

/** Whether WebGL 2 runs on a graphics card. Releases the context that it creates. */
function hasFastWebgl(): boolean {
  if (typeof OffscreenCanvas === 'undefined') return false;
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (!context) return false;
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return !software.test(String(renderer));
}

/** The bandit's loop, loaded at its first command. */
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
