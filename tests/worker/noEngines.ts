import type { EngineSources } from '../../src/worker/engineSources.ts';

const none = () => Promise.reject(new Error('offline'));

/** No engine can be had but the reference. */
export const noEngines: EngineSources['load'] = {
  wasm: none,
  webgl: none,
  'tfjs-webgl': none,
};
