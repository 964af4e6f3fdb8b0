import type { PassSource } from './passes/pass.ts';

/** The WebGL context of TensorFlow.js, and what this engine keeps on it from run to run. */
export interface Device {
  readonly gl: WebGL2RenderingContext;
  /** gl.useProgram, by a name that linters do not take for a React hook's. */
  readonly chooseProgram: (program: WebGLProgram) => void;
  /** Compiled programs by the text of their fragment shader, the one used last at the end. */
  readonly programs: Map<string, Program>;
  readonly vertexShader: WebGLShader;
  /** Empty: no vertex has attributes. */
  readonly vertices: WebGLVertexArrayObject;
  readonly parallelCompile: KHR_parallel_shader_compile | null;
  /** Widest and tallest texture. */
  readonly largestTexture: number;
  /** Textures bound to each unit, as far as is known. */
  readonly bound: (WebGLTexture | null)[];
}

/** A value for a uniform: a number, or as many as its kind has. */
export type UniformValue = number | readonly number[];

/** A pass that is compiled, or being compiled. */
export interface Program {
  readonly pass: PassSource;
  readonly handle: WebGLProgram;
  readonly shader: WebGLShader;
  /** Null until it is known to be linked. */
  setters: Readonly<Record<string, (value: UniformValue) => void>> | null;
  /** The uniforms as they stand. */
  readonly values: Map<string, UniformValue>;
  /** Engines that run it. */
  users: number;
}
