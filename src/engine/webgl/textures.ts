import type { Device } from './device.ts';
import { refuseLost } from './lostContext.ts';

/** A rectangle of texels of four 32-bit floats each. */
export interface Texture {
  readonly handle: WebGLTexture;
  readonly width: number;
  readonly height: number;
}

/** Textures of the same size that a program writes in one draw call. */
export interface Target {
  readonly framebuffer: WebGLFramebuffer;
  readonly textures: readonly Texture[];
  readonly width: number;
  readonly height: number;
}

/** The texture unit for creating and filling textures. Programs bind their own textures again. */
const UNIT = 0;

function bind({ gl, bound }: Device, handle: WebGLTexture | null): void {
  gl.activeTexture(gl.TEXTURE0 + UNIT);
  gl.bindTexture(gl.TEXTURE_2D, handle);
  bound[UNIT] = handle;
}

/** A texture of zeros or of `values`, row by row from texel (0, 0). Throws if the size exceeds the card's limit. */
export function createTexture(device: Device, width: number, height: number, values?: Float32Array): Texture {
  const { gl, largestTexture } = device;
  if (width > largestTexture || height > largestTexture)
    throw new Error(`this network is too large for WebGL here; it needs a texture of ${width} × ${height}`);
  const texture: Texture = { handle: gl.createTexture(), width, height };
  bind(device, texture.handle);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, width, height);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
  for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
    gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
  bind(device, null);
  if (values) fillTexture(device, texture, values);
  return texture;
}

/** Writes whole rows, starting with the first. values: four for each texel. */
export function fillTexture(device: Device, texture: Texture, values: Float32Array): void {
  const { gl } = device;
  const rows = values.length / (4 * texture.width);
  bind(device, texture.handle);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, texture.width, rows, gl.RGBA, gl.FLOAT, values);
  bind(device, null);
}

/** Frees a texture. */
export function deleteTexture({ gl, bound }: Device, { handle }: Texture): void {
  gl.deleteTexture(handle);
  bound.forEach((other, unit) => {
    if (other === handle) bound[unit] = null;
  });
}

/** A target with `count` new textures. Throws if the card cannot write so many or of that size. */
export function createTarget(device: Device, width: number, height: number, count: number): Target {
  const { gl } = device;
  const textures = Array.from({ length: count }, () => createTexture(device, width, height));
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  textures.forEach(({ handle }, i) =>
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0 + i, gl.TEXTURE_2D, handle, 0),
  );
  gl.drawBuffers(textures.map((_, i) => gl.COLOR_ATTACHMENT0 + i));
  const status = gl.checkFramebufferStatus(gl.FRAMEBUFFER);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  const target: Target = { framebuffer, textures, width, height };
  if (status === gl.FRAMEBUFFER_COMPLETE) return target;
  deleteTarget(device, target);
  refuseLost(gl);
  throw new Error(`the graphics card cannot write ${count} textures of 32-bit floats at once (${status})`);
}

/** Frees a target and the textures it writes. */
export function deleteTarget(device: Device, { framebuffer, textures }: Target): void {
  device.gl.deleteFramebuffer(framebuffer);
  for (const texture of textures) deleteTexture(device, texture);
}
