import type { Device, Program, UniformValue } from './device.ts';
import type { Target, Texture } from './textures.ts';

/** Values of uniforms by name. */
export type Uniforms = Readonly<Record<string, UniformValue>>;

/** Sets up the context for a series of draws; TensorFlow.js may have changed its state since the last series. */
export function beginDraws({ gl, vertices, bound }: Device): void {
  gl.bindVertexArray(vertices);
  gl.disable(gl.BLEND);
  bound.fill(null);
}

/**
 * Ends a series of draws. TensorFlow.js sets all state that its own programs need, but does not unbind textures that they
 * would write to.
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
 * Runs a program on the first `width` × `height` texels of a target. textures: in the order of the pass's inputs. A uniform
 * is sent only if its value is not the one sent last; arrays are compared by identity.
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
