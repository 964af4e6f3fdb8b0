import { env, ready, setBackend } from '@tensorflow/tfjs-core';
import type { Backend } from '../../experiment/engine/backends.ts';

/**
 * Chooses the backend of TensorFlow.js: WebGL where it is wanted and computes in 32 bits, the CPU otherwise.
 * TensorFlow.js refuses software WebGL by itself (failIfMajorPerformanceCaveat), so the context is made here.
 */
export async function prepareTfjs({ webgl }: { readonly webgl: boolean }): Promise<Backend> {
  if (webgl) {
    // Its operations: the backend alone has none.
    await import('@tensorflow/tfjs-backend-webgl');
    if (await startWebgl()) return 'tfjs-webgl';
  }
  await import('@tensorflow/tfjs-backend-cpu');
  await setBackend('cpu');
  await ready();
  return 'tfjs-cpu';
}

let offered = false;

/**
 * Starts the WebGL backend, without any operations, on a context of our own and says whether it computes in 32 bits.
 */
export async function startWebgl(): Promise<boolean> {
  if (typeof OffscreenCanvas === 'undefined') return false;
  const { setWebGLContext } = await import('@tensorflow/tfjs-backend-webgl/dist/base');
  if (!offered) {
    const context = new OffscreenCanvas(1, 1).getContext('webgl2', {
      alpha: false,
      antialias: false,
      depth: false,
      stencil: false,
      premultipliedAlpha: false,
      preserveDrawingBuffer: false,
      powerPreference: 'high-performance',
    });
    if (!context) return false;
    // One program for every shape: the first step waits for half as many to be compiled.
    env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
    setWebGLContext(2, context);
    offered = true;
  }
  try {
    if (!(await setBackend('webgl'))) return false;
    await ready();
  } catch {
    return false;
  }
  return env().getBool('WEBGL_RENDER_FLOAT32_ENABLED');
}
