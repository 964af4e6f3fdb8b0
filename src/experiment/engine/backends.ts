/** The engine that computes a run; of TensorFlow.js also the device it runs on. */
export type Backend = 'reference' | 'wasm' | 'webgl' | 'tfjs-webgl';

/** Name of each engine on the page. */
export const engineNames: Readonly<Record<Backend, string>> = {
  reference: 'Plain TypeScript',
  wasm: 'WebAssembly',
  webgl: 'WebGL',
  'tfjs-webgl': 'TensorFlow.js on WebGL',
};

/** Whether an engine runs on the graphics card. */
export function usesGraphicsCard(backend: Backend): boolean {
  return backend === 'webgl' || backend === 'tfjs-webgl';
}
