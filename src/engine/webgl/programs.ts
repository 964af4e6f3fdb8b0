import { yieldToMessages } from '../yieldToMessages.ts';
import type { Device } from './device.ts';
import { made, refuseLost } from './lostContext.ts';
import { fragmentShader, type PassSource, type UniformKind } from './passes/pass.ts';

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

/** Programs kept beyond the runs that use them: those of the last few kinds of experiment. */
const MAX_PROGRAMS = 96;

/** Starts compiling a pass; nothing waits for it. The same text is compiled once. */
export function startProgram(device: Device, pass: PassSource): Program {
  const { gl, programs } = device;
  const text = fragmentShader(pass);
  const known = programs.get(text);
  if (known) {
    programs.delete(text);
    programs.set(text, known);
    return known;
  }
  const shader = made(gl.createShader(gl.FRAGMENT_SHADER));
  const handle = gl.createProgram();
  gl.shaderSource(shader, text);
  gl.compileShader(shader);
  gl.attachShader(handle, device.vertexShader);
  gl.attachShader(handle, shader);
  gl.linkProgram(handle);
  const program: Program = { pass, handle, shader, setters: null, values: new Map(), users: 0 };
  forgetOldPrograms(device);
  programs.set(text, program);
  return program;
}

/** Lets go of programs that no engine runs and that were asked for long ago. */
function forgetOldPrograms({ gl, programs }: Device): void {
  for (const [text, program] of programs) {
    if (programs.size < MAX_PROGRAMS) return;
    if (program.users > 0) continue;
    gl.deleteProgram(program.handle);
    gl.deleteShader(program.shader);
    programs.delete(text);
  }
}

/** The program, ready to run; waits for its compiler if need be. Throws what the compiler says against it. */
export function linked(device: Device, program: Program): Program {
  const { gl } = device;
  if (program.setters) return program;
  const { pass, handle, shader } = program;
  if (!gl.getProgramParameter(handle, gl.LINK_STATUS)) {
    refuseLost(gl);
    const log = gl.getShaderInfoLog(shader) || gl.getProgramInfoLog(handle);
    throw new Error(`the program ${pass.name} did not compile: ${log}`);
  }
  program.setters = settersOf(device, program);
  return program;
}

/** How the uniforms of a linked program are set; its textures get their units. */
function settersOf(
  { gl, chooseProgram }: Device,
  { pass, handle }: Program,
): NonNullable<Program['setters']> {
  chooseProgram(handle);
  pass.inputs.forEach((name, unit) => gl.uniform1i(gl.getUniformLocation(handle, name), unit));
  return Object.fromEntries(
    Object.entries(pass.uniforms).map(([name, kind]) => {
      const location = gl.getUniformLocation(handle, name);
      return [name, (value: UniformValue) => uniformSetters[kind](gl, location, value)];
    }),
  );
}

type Setter = (gl: WebGL2RenderingContext, at: WebGLUniformLocation | null, value: UniformValue) => void;

const uniformSetters = {
  int: (gl, at, value) => gl.uniform1i(at, value as number),
  float: (gl, at, value) => gl.uniform1f(at, value as number),
  vec2: (gl, at, value) => gl.uniform2fv(at, value as number[]),
  vec4: (gl, at, value) => gl.uniform4fv(at, value as number[]),
  ivec4: (gl, at, value) => gl.uniform4iv(at, value as number[]),
  uvec4: (gl, at, value) => gl.uniform4uiv(at, value as number[]),
} as const satisfies Record<UniformKind, Setter>;

/** Resolves when all are linked, without keeping the thread from other work. Rejects if one does not compile. */
export async function whenLinked(device: Device, programs: readonly Program[]): Promise<void> {
  const { gl, parallelCompile } = device;
  for (const program of programs) {
    if (program.setters) continue;
    // Asked for its status sooner, the driver would finish it while everything waits.
    if (parallelCompile)
      while (!gl.getProgramParameter(program.handle, parallelCompile.COMPLETION_STATUS_KHR)) {
        refuseLost(gl);
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
    else await yieldToMessages();
    linked(device, program);
  }
}
