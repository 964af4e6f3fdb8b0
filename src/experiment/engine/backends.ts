/** What computes a run: an engine and, of TensorFlow.js, what it runs on. */
export type Backend = 'reference' | 'wasm' | 'webgl' | 'tfjs-webgl';

/** Each engine, as the page calls it. */
export const engineNames: Readonly<Record<Backend, string>> = {
  reference: 'Plain TypeScript',
  wasm: 'WebAssembly',
  webgl: 'WebGL',
  'tfjs-webgl': 'TensorFlow.js on WebGL',
};

/** Whether an engine needs the graphics card. */
export function usesGraphicsCard(backend: Backend): boolean {
  return backend === 'webgl' || backend === 'tfjs-webgl';
}
