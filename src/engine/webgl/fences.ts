import { yieldToMessages } from '../yieldToMessages.ts';
import type { Device } from './device.ts';
import { created, refuseLost } from './lostContext.ts';

/** Milliseconds after which a graphics card that does not respond is given up; compilers and slow cards take less. */
const MAX_WAIT = 30_000;
/** Milliseconds of polling in every task, before polling by a timer. */
const EAGER_POLLING = 1;

/**
 * Whether the card reaches the fence before `deadline` (milliseconds, as performance.now). Rejects if the context is lost,
 * which an event does not always report, or if the card does not respond for MAX_WAIT.
 */
export async function reaches({ gl }: Device, fence: WebGLSync, deadline: number): Promise<boolean> {
  const begun = performance.now();
  for (;;) {
    refuseLost(gl);
    const status = gl.clientWaitSync(fence, 0, 0);
    if (status === gl.WAIT_FAILED) throw new Error('the WebGL context was lost, or the engine disposed of');
    if (status === gl.ALREADY_SIGNALED || status === gl.CONDITION_SATISFIED) return true;
    const now = performance.now();
    if (now >= deadline) return false;
    if (now - begun > MAX_WAIT) throw new Error('the graphics card does not respond');
    if (now - begun < EAGER_POLLING) await yieldToMessages();
    else await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** A pending download: the card copies a texture's current texels to a buffer. */
export interface Download {
  readonly fence: WebGLSync;
  readonly buffer: WebGLBuffer;
  readonly length: number;
}

/** Starts the download of the lower left `width` × `height` texels of output `index` of a framebuffer. */
export function startDownload(
  { gl }: Device,
  framebuffer: WebGLFramebuffer,
  index: number,
  width: number,
  height: number,
): Download {
  const length = 4 * width * height;
  const buffer = gl.createBuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.readBuffer(gl.COLOR_ATTACHMENT0 + index);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, 4 * length, gl.STREAM_READ);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.FLOAT, 0);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  const fence = created(gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0));
  gl.flush();
  return { fence, buffer, length };
}

/** Waits for a download and returns its numbers, four for each texel, row by row. Frees the download. */
export async function finishDownload(device: Device, download: Download): Promise<Float32Array> {
  const { gl } = device;
  try {
    await reaches(device, download.fence, Number.POSITIVE_INFINITY);
    const values = new Float32Array(download.length);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, download.buffer);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, values);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    refuseLost(gl);
    return values;
  } finally {
    cancelDownload(device, download);
  }
}

/** Frees a download without waiting for it. */
export function cancelDownload({ gl }: Device, { fence, buffer }: Download): void {
  gl.deleteSync(fence);
  gl.deleteBuffer(buffer);
}
