const LOST = 'the WebGL context was lost';

/** Throws if the context is lost: calls on a lost context do nothing and report no error. */
export function refuseLost(gl: WebGL2RenderingContext): void {
  if (gl.isContextLost()) throw new Error(LOST);
}

/** An object created by the context. Throws if it is null, which happens once the context is lost. */
export function created<T>(object: T | null): T {
  if (object === null) throw new Error(LOST);
  return object;
}
