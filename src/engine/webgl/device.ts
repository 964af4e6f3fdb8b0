import type { PassSource } from './passes/pass.ts';

/** The WebGL context of TensorFlow.js, and the objects that this engine shares between runs. */
export interface Device {
  readonly gl: WebGL2RenderingContext;
  /** gl.useProgram under another name: linters take `use…` for a React hook. */
  readonly chooseProgram: (program: WebGLProgram) => void;
  /** Compiled programs by the text of their fragment shader, the most recently used last. */
  readonly programs: Map<string, Program>;
  readonly vertexShader: WebGLShader;
  /** An empty vertex array: the vertices have no attributes. */
  readonly vertices: WebGLVertexArrayObject;
  readonly parallelCompile: KHR_parallel_shader_compile | null;
  /** Limit on the width and the height of a texture. */
  readonly largestTexture: number;
  /** The texture bound to each unit; null where that is unknown. */
  readonly bound: (WebGLTexture | null)[];
}

/** The value of a uniform: a number or, for vectors, an array. */
export type UniformValue = number | readonly number[];

/** A pass that is compiled or being compiled. */
export interface Program {
  readonly pass: PassSource;
  readonly handle: WebGLProgram;
  readonly shader: WebGLShader;
  /** Null until linking has been checked. */
  setters: Readonly<Record<string, (value: UniformValue) => void>> | null;
  /** Current values of the uniforms. */
  readonly values: Map<string, UniformValue>;
  /** Number of engines that use it. */
  users: number;
}
