const LOST = 'the WebGL context was lost';

/** Throws if the context is lost: from then on every call does nothing and says nothing. */
export function refuseLost(gl: WebGL2RenderingContext): void {
  if (gl.isContextLost()) throw new Error(LOST);
}

/** A thing that the context made; throws if it made none, as it does once it is lost. */
export function made<T>(thing: T | null): T {
  if (thing === null) throw new Error(LOST);
  return thing;
}
