/** Largest difference between two engines' gradients that passes, relative to the element. */
const TOLERANCE = 1e-3;
/** Elements smaller than this part of the root mean square are compared with it: cancellation leaves only rounding there. */
const FLOOR = 0.1;

/** Whether a gradient is the reference's, element by element. A loss that looks fine proves nothing. */
export function gradientsAgree(reference: Float64Array, candidate: Float64Array): boolean {
  if (reference.length !== candidate.length) return false;
  const squares = reference.reduce((sum, g) => sum + g * g, 0);
  const floor = FLOOR * Math.sqrt(squares / reference.length);
  return reference.every((g, i) => Math.abs(g - candidate[i]!) <= TOLERANCE * Math.max(Math.abs(g), floor));
}
