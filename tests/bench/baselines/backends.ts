import * as tf from '@tensorflow/tfjs';
import { setWebGLContext } from '@tensorflow/tfjs-backend-webgl';

export type StockBackend = 'webgl' | 'wasm' | 'cpu';

/** Address of the WebAssembly backend's modules on the Vite server. */
const wasmFolder = '/node_modules/@tensorflow/tfjs-backend-wasm/dist/';

/** Selects a TensorFlow.js backend, or throws if that fails: TensorFlow.js would fall back to the CPU silently. */
export async function startStockBackend(backend: StockBackend): Promise<void> {
  if (backend === 'webgl') offerContext();
  if (backend === 'wasm') await registerWasm();
  const started = await tf.setBackend(backend);
  await tf.ready();
  if (!started || tf.getBackend() !== backend)
    throw new Error(`TensorFlow.js does not start here on: ${backend}`);
}

let offered = false;

/** TensorFlow.js refuses software WebGL unless the context is passed in. */
function offerContext(): void {
  if (offered) return;
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    powerPreference: 'high-performance',
  });
  if (!context) throw new Error('there is no WebGL 2 here');
  setWebGLContext(2, context);
  offered = true;
}

/** One thread, like the engines compared with it; 128-bit vectors where the browser supports them. */
async function registerWasm(): Promise<void> {
  const { setThreadsCount, setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  setThreadsCount(1);
  setWasmPaths(wasmFolder);
}
