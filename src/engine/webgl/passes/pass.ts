/** GLSL type of a uniform. */
export type UniformKind = 'int' | 'float' | 'ivec4' | 'uvec4' | 'vec4' | 'vec2';

/** The source of a program that is run by drawing a rectangle of texels. */
export interface PassSource {
  readonly name: string;
  /** Names of its input textures, in the order of their units. */
  readonly inputs: readonly string[];
  /** Number of textures it writes: `written0`, `written1`, … */
  readonly outputs: number;
  readonly uniforms: Readonly<Record<string, UniformKind>>;
  /** GLSL functions and `main`. */
  readonly body: string;
}

/**
 * `grid`: (shift, rows, texels, 2^shift − 1) of a Packing. texelAt(t, band) is the position of texel t of a band.
 */
export const gridGlsl = `
ivec2 texelAt(int t, int band) { return ivec2(t & grid.w, band * grid.y + (t >> grid.x)); }
`;

/** keepLanes(v, lanes): sets unused lanes to 0, even where they hold NaN. */
export const lanesGlsl = `
vec4 keepLanes(vec4 v, int lanes) {
  return mix(vec4(0.0), v, greaterThan(ivec4(lanes), ivec4(0, 1, 2, 3)));
}
`;

/** The complete fragment shader of a pass. */
export function fragmentShader({ inputs, outputs, uniforms, body }: PassSource): string {
  const written = Array.from({ length: outputs }, (_, i) => `layout(location = ${i}) out vec4 written${i};`);
  const declared = Object.entries(uniforms).map(([name, kind]) => `uniform ${kind} ${name};`);
  const samplers = inputs.map((name) => `uniform sampler2D ${name};`);
  const head = '#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2D;';
  return [head, ...written, ...samplers, ...declared, body].join('\n');
}

/** Draws a triangle that covers the viewport. */
export const vertexShader = `#version 300 es
void main() {
  gl_Position = vec4(vec2((gl_VertexID << 1) & 2, gl_VertexID & 2) * 2.0 - 1.0, 0.0, 1.0);
}`;
