import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { findBackend } from '@tensorflow/tfjs-core';
import { startWebgl } from '../tfjs/backend.ts';
import type { Device } from './device.ts';
import { vertexShader } from './passes/pass.ts';
import { createTarget, deleteTarget } from './textures.ts';

/** Number of textures that the optimiser's program writes in one draw call. */
const MAX_OUTPUTS = 4;

let device: Device | null = null;

/**
 * Starts the WebGL backend of TensorFlow.js and returns whether its context can run this engine: it must be able to
 * render to four RGBA textures of 32-bit floats in one draw call.
 */
export async function prepareWebgl(): Promise<boolean> {
  if (device) return !device.gl.isContextLost();
  if (!(await startWebgl())) return false;
  // startWebgl gave TensorFlow.js a WebGL 2 context.
  const backend = findBackend('webgl') as MathBackendWebGL;
  device ??= openDevice(backend.getGPGPUContext().gl as WebGL2RenderingContext);
  return device !== null;
}

/** The prepared device. Throws unless prepareWebgl has returned true. */
export function webglDevice(): Device {
  if (!device) throw new Error('the webgl engine is not ready; call prepareWebgl first');
  return device;
}

function openDevice(gl: WebGL2RenderingContext): Device | null {
  if (!gl.getExtension('EXT_color_buffer_float')) return null;
  const shader = gl.createShader(gl.VERTEX_SHADER);
  if (!shader) return null;
  gl.shaderSource(shader, vertexShader);
  gl.compileShader(shader);
  const opened: Device = {
    gl,
    chooseProgram: gl.useProgram.bind(gl),
    programs: new Map(),
    vertexShader: shader,
    vertices: gl.createVertexArray(),
    parallelCompile: gl.getExtension('KHR_parallel_shader_compile'),
    largestTexture: gl.getParameter(gl.MAX_TEXTURE_SIZE),
    bound: [],
  };
  try {
    deleteTarget(opened, createTarget(opened, 1, 1, MAX_OUTPUTS));
  } catch {
    return null;
  }
  return opened;
}
