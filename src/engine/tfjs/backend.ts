import { env, ready, setBackend } from '@tensorflow/tfjs-core';

/** Starts TensorFlow.js on WebGL, with its operations; false where no WebGL 2 context computes in 32 bits. */
export async function prepareTfjs(): Promise<boolean> {
  // Registers the operations: startWebgl needs none of them.
  await import('@tensorflow/tfjs-backend-webgl');
  return await startWebgl();
}

let contextSet = false;

/**
 * Starts the WebGL backend of TensorFlow.js, without its operations; false where no WebGL 2 context computes in 32 bits.
 * The context is created here because TensorFlow.js refuses software WebGL (failIfMajorPerformanceCaveat).
 */
export async function startWebgl(): Promise<boolean> {
  if (typeof OffscreenCanvas === 'undefined') return false;
  const { setWebGLContext } = await import('@tensorflow/tfjs-backend-webgl/dist/base');
  if (!contextSet) {
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
    // One program for all shapes of an operation: half as many to compile before the first step.
    env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
    setWebGLContext(2, context);
    contextSet = true;
  }
  try {
    if (!(await setBackend('webgl'))) return false;
    await ready();
  } catch {
    return false;
  }
  return env().getBool('WEBGL_RENDER_FLOAT32_ENABLED');
}
