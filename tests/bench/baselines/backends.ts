import * as tf from '@tensorflow/tfjs';
import { setWebGLContext } from '@tensorflow/tfjs-backend-webgl';

export type StockBackend = 'webgl' | 'wasm' | 'cpu';

/** Where the Vite server has the modules of the WebAssembly backend. */
const wasmFolder = '/node_modules/@tensorflow/tfjs-backend-wasm/dist/';

/** Makes a backend of TensorFlow.js the current one, or throws: it falls back to the CPU without a word. */
export async function startStockBackend(backend: StockBackend): Promise<void> {
  if (backend === 'webgl') offerContext();
  if (backend === 'wasm') await registerWasm();
  const started = await tf.setBackend(backend);
  await tf.ready();
  if (!started || tf.getBackend() !== backend)
    throw new Error(`TensorFlow.js does not start here on: ${backend}`);
}

let offered = false;

/** TensorFlow.js refuses software WebGL unless it is handed the context. */
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

/** One thread, like the engine that it is held against; with 128-bit vectors where the browser has them. */
async function registerWasm(): Promise<void> {
  const { setThreadsCount, setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  setThreadsCount(1);
  setWasmPaths(wasmFolder);
}
