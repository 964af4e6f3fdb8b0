/** An engine and the hardware that it computes on. */
export type Backend = 'reference' | 'wasm' | 'webgl' | 'tfjs-webgl' | 'tfjs-cpu';

/** The English name of each engine on screen. */
export const engineNames: Readonly<Record<Backend, string>> = {
  reference: 'Plain TypeScript',
  wasm: 'WebAssembly',
  webgl: 'WebGL',
  'tfjs-webgl': 'TensorFlow.js on WebGL',
  'tfjs-cpu': 'TensorFlow.js on the CPU',
};

/** Whether an engine needs the graphics card. */
export function usesGraphicsCard(backend: Backend): boolean {
  return backend === 'webgl' || backend === 'tfjs-webgl';
}
