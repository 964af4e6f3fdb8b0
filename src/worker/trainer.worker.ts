import { observe } from '../experiment/observe.ts';
import { createReferenceEngine, freeEnergyGradient, gradientVariance } from '../reference/index.ts';
import type { Command, Report } from './protocol.ts';
import { createTrainingLoop } from './trainingLoop.ts';
import { createYield } from './yieldToMessages.ts';

/** What this file needs of a dedicated worker's global. */
interface WorkerScope {
  onmessage: ((event: { readonly data: Command }) => void) | null;
  readonly postMessage: (report: Report, transfer: ArrayBuffer[]) => void;
}

const scope = globalThis as unknown as WorkerScope;

const receive = createTrainingLoop({
  createReference: createReferenceEngine,
  referenceGradient: freeEnergyGradient,
  loadTfjs: async () => {
    const tfjs = await import('../engine/tfjs/index.ts');
    return {
      prepare: tfjs.prepareTfjs,
      create: tfjs.createTfjsEngine,
      gradient: tfjs.freeEnergyGradientTfjs,
    };
  },
  hasFastWebgl,
  now: () => performance.now(),
  observe,
  gradientVariance,
  yieldToMessages: createYield(),
  post: (report, transfer) => scope.postMessage(report, transfer),
});

/** Asks for a context that is not software, and gives it back. */
function hasFastWebgl(): boolean {
  if (typeof OffscreenCanvas === 'undefined') return false;
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

scope.onmessage = (event) => receive(event.data);
