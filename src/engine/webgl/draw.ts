import type { Device, Program, UniformValue } from './device.ts';
import type { Target, Texture } from './textures.ts';

export type Uniforms = Readonly<Record<string, UniformValue>>;

/** Readies the context for a series of draws: TensorFlow.js may have used it since the last one. */
export function beginDraws({ gl, vertices, bound }: Device): void {
  gl.bindVertexArray(vertices);
  gl.disable(gl.BLEND);
  bound.fill(null);
}

/**
 * Ends it. TensorFlow.js sets everything it needs before each program of its own, but for textures that are still bound
 * where its programs would write.
 */
export function endDraws({ gl, bound }: Device): void {
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.bindVertexArray(null);
  bound.forEach((handle, unit) => {
    if (!handle) return;
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, null);
    bound[unit] = null;
  });
}

/**
 * Runs a program on the first `width` × `height` texels of a target. textures: in the order of its inputs. Arrays among
 * the uniforms are sent again only if they are other arrays.
 */
export function draw(
  { gl, bound, chooseProgram }: Device,
  program: Program,
  target: Target,
  textures: readonly Texture[],
  uniforms: Uniforms,
  width = target.width,
  height = target.height,
): void {
  chooseProgram(program.handle);
  textures.forEach(({ handle }, unit) => {
    if (bound[unit] === handle) return;
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, handle);
    bound[unit] = handle;
  });
  for (const name in uniforms) {
    const value = uniforms[name]!;
    if (program.values.get(name) === value) continue;
    program.setters![name]!(value);
    program.values.set(name, value);
  }
  gl.bindFramebuffer(gl.FRAMEBUFFER, target.framebuffer);
  gl.viewport(0, 0, width, height);
  gl.scissor(0, 0, width, height);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
}
