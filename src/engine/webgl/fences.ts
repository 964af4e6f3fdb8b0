import { yieldToMessages } from '../yieldToMessages.ts';
import type { Device } from './device.ts';
import { made, refuseLost } from './lostContext.ts';

/** Milliseconds without an answer after which a graphics card is given up: compilers and slow cards need less. */
const MAX_WAIT = 30_000;
/** Milliseconds of asking in every task, before it is asked less often. */
const EAGER = 1;

/**
 * Whether the card gets to the fence before `deadline` (milliseconds, as performance.now). Rejects if the context is lost,
 * which fires no event where it counts, or nothing happens for half a minute.
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
    if (now - begun > MAX_WAIT) throw new Error('the graphics card does not answer');
    if (now - begun < EAGER) await yieldToMessages();
    else await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** Numbers on their way from the card: a copy of textures as they are now, without waiting for it. */
export interface Download {
  readonly fence: WebGLSync;
  readonly buffer: WebGLBuffer;
  readonly length: number;
}

/** Asks for the lower left `width` × `height` texels of what `framebuffer` writes to its output `index`. */
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
  const fence = made(gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0));
  gl.flush();
  return { fence, buffer, length };
}

/** The numbers, four for each texel, row by row. Waits for them; the download is gone afterwards. */
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

export function cancelDownload({ gl }: Device, { fence, buffer }: Download): void {
  gl.deleteSync(fence);
  gl.deleteBuffer(buffer);
}
