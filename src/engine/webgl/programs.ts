import { yieldToMessages } from '../yieldToMessages.ts';
import type { Device, Program, UniformValue } from './device.ts';
import { created, refuseLost } from './lostContext.ts';
import { fragmentShader, type PassSource, type UniformKind } from './passes/pass.ts';

/** Limit on the cached programs; enough for a few kinds of experiment. */
const MAX_PROGRAMS = 96;

/** Starts compiling a pass without waiting for it. Equal shader texts are compiled once. */
export function startProgram(device: Device, pass: PassSource): Program {
  const { gl, programs } = device;
  const text = fragmentShader(pass);
  const known = programs.get(text);
  if (known) {
    programs.delete(text);
    programs.set(text, known);
    return known;
  }
  const shader = created(gl.createShader(gl.FRAGMENT_SHADER));
  const handle = gl.createProgram();
  gl.shaderSource(shader, text);
  gl.compileShader(shader);
  gl.attachShader(handle, device.vertexShader);
  gl.attachShader(handle, shader);
  gl.linkProgram(handle);
  const program: Program = { pass, handle, shader, setters: null, values: new Map(), users: 0 };
  evictPrograms(device);
  programs.set(text, program);
  return program;
}

/** Deletes the least recently used programs that no engine uses, until there is room for one more. */
function evictPrograms({ gl, programs }: Device): void {
  for (const [text, program] of programs) {
    if (programs.size < MAX_PROGRAMS) return;
    if (program.users > 0) continue;
    gl.deleteProgram(program.handle);
    gl.deleteShader(program.shader);
    programs.delete(text);
  }
}

/** The program, linked; blocks until it is. Throws with the compiler's log if it does not compile. */
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

/** Setters of a linked program's uniforms. Assigns the texture units of its inputs. */
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

/** Resolves when all programs are linked, without blocking the thread. Rejects if one does not compile. */
export async function whenLinked(device: Device, programs: readonly Program[]): Promise<void> {
  const { gl, parallelCompile } = device;
  for (const program of programs) {
    if (program.setters) continue;
    // LINK_STATUS would block until the driver has finished.
    if (parallelCompile)
      while (!gl.getProgramParameter(program.handle, parallelCompile.COMPLETION_STATUS_KHR)) {
        refuseLost(gl);
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
    else await yieldToMessages();
    linked(device, program);
  }
}
